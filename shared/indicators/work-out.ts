import { Exact } from '../money/exact.ts';
import { evaluateFormula, type FormulaTree, parseFormula, referencesOf } from './formula.ts';
import { howFormulaAdds, howKnownAdds } from './how-it-adds.ts';
import type { FigureCoverage, IndicatorFigure, MissingReason } from './rows.ts';
import type { IndicatorMethod, Unit, YearlySum } from './schemas.ts';
import { yearlyFigure } from './yearly-figure.ts';

/** A figure that there is, with what has to be said of it. */
export type FoundFigure = Omit<IndicatorFigure, 'missing' | 'value'> & { value: string };

/** What is known of an indicator before formulas are worked out: what was counted or typed, by month and together. */
export interface KnownFigures {
  code: string;
  unit: Unit;
  method: IndicatorMethod;
  /** Of the whole period, where it is not what its months make. */
  whole: FoundFigure | null;
  months: ReadonlyMap<string, FoundFigure>;
  /** Why there is no figure of the whole period, where that is known. */
  missing?: MissingReason;
  /** Whether reading it broke: then nothing is known of it. */
  isBroken?: boolean;
}

const none = (missing: IndicatorFigure['missing']): IndicatorFigure => ({
  value: null,
  sources: [],
  missing,
});

const sixDecimals = (value: Exact) => value.toDecimalPlaces(6, Exact.ROUND_HALF_UP).toFixed();

type Said = Pick<IndicatorFigure, 'caveats' | 'coverage'>;

/** What is said of a figure that others make: what was said of any of them. */
function saidOf(
  parts: readonly Said[],
  together: (coverages: FigureCoverage[]) => FigureCoverage | undefined,
): Said {
  const caveats = [...new Set(parts.flatMap((part) => part.caveats ?? []))];
  const coverage = together(parts.flatMap((part) => part.coverage ?? []));
  return { ...(caveats.length > 0 ? { caveats } : {}), ...(coverage ? { coverage } : {}) };
}

/** Of months: those of one unit added up. */
function addedUp([first, ...more]: readonly FigureCoverage[]): FigureCoverage | undefined {
  if (!first || first.unit === 'pages') return first;
  const same = more.filter(({ unit }) => unit === first.unit);
  const sum = (part: 'has' | 'of') => same.reduce((total, one) => total + one[part], first[part]);
  return { ...first, has: sum('has'), of: sum('of') };
}

/** Of different indicators: the one of which least is known. */
const least = (coverages: readonly FigureCoverage[]): FigureCoverage | undefined =>
  [...coverages].sort((one, other) => one.has * other.of - other.has * one.of)[0];

const reasonless = ({ method }: KnownFigures): MissingReason =>
  method.type === 'typed' ? 'nothing_typed' : 'nothing_counted';

/** The figure of the whole period of what was counted or typed month by month. */
function knownWhole(known: KnownFigures, how: YearlySum): IndicatorFigure {
  const { whole, months } = known;
  if (whole) return { ...whole, missing: null };
  if (known.missing) return none(known.missing);
  const value = yearlyFigure(
    [...months].map(([month, figure]) => ({ month, value: figure.value })),
    how,
  );
  if (value === null) return none(reasonless(known));
  const sources = [...new Set([...months.values()].flatMap((figure) => figure.sources))];
  const said = saidOf([...months.values()], addedUp);
  return { value, sources, missing: null, ...said };
}

function knownFigure(known: KnownFigures, how: YearlySum, month: string | null): IndicatorFigure {
  if (known.isBroken) return none('failed');
  if (month === null) return knownWhole(known, how);
  const figure = known.months.get(month);
  return figure ? { ...figure, missing: null } : none(reasonless(known));
}

interface Formula {
  code: string;
  /** Absent where it cannot be understood. */
  tree: FormulaTree | undefined;
  parts: readonly string[];
}

function takeApart({ code, method }: KnownFigures): Formula[] {
  if (method.type !== 'formula') return [];
  const parsed = parseFormula(method.formula);
  const tree = 'tree' in parsed ? parsed.tree : undefined;
  return [{ code, tree, parts: tree ? referencesOf(tree) : [] }];
}

/** Formulas after those that they name; those in a circle, or that wait for one, are left out. */
function inOrder(formulas: readonly Formula[]): Formula[] {
  const byCode = new Map(formulas.map((formula) => [formula.code, formula]));
  const waitingFor = new Map<Formula, number>();
  const namedBy = new Map<string, Formula[]>();
  for (const formula of formulas) {
    const parts = formula.parts.filter((part) => byCode.has(part));
    waitingFor.set(formula, parts.length);
    for (const part of parts) namedBy.set(part, [...(namedBy.get(part) ?? []), formula]);
  }
  const ordered = formulas.filter((formula) => waitingFor.get(formula) === 0);
  for (const { code } of ordered) {
    for (const formula of namedBy.get(code) ?? []) {
      const left = (waitingFor.get(formula) ?? 0) - 1;
      waitingFor.set(formula, left);
      if (left === 0) ordered.push(formula);
    }
  }
  return ordered;
}

/** Why a formula has no figure when one of its parts has none. */
const spreading: readonly IndicatorFigure['missing'][] = ['circle', 'unknown_code', 'failed'];

/**
 * Works out the figures of indicators in a period: those that are counted or typed as they are, those of
 * formulas from the others, in whatever order they name one another, each once.
 */
export class Workings {
  private readonly known: readonly KnownFigures[];
  private readonly formulas: readonly Formula[];
  /** Worked out so far, by month; under nothing for the whole period. */
  private readonly worked = new Map<string | null, ReadonlyMap<string, IndicatorFigure>>();

  private readonly hows = new Map<string, YearlySum>();

  constructor(known: readonly KnownFigures[]) {
    this.known = known;
    this.formulas = inOrder(known.filter(({ isBroken }) => !isBroken).flatMap(takeApart));
    for (const { code, method, unit } of known) {
      if (method.type !== 'formula') this.hows.set(code, howKnownAdds(method, unit));
    }
    for (const { code, tree, parts } of this.formulas) {
      if (tree)
        this.hows.set(
          code,
          howFormulaAdds(tree, parts, (part) => this.howAdds(part)),
        );
    }
  }

  /** How the figures of months of an indicator make that of a longer time. */
  howAdds(code: string): YearlySum {
    return this.hows.get(code) ?? 'average';
  }

  /** The figure of an indicator in the whole period, or in a month of it. */
  figureOf(code: string, month: string | null): IndicatorFigure {
    let figures = this.worked.get(month);
    if (!figures) {
      figures = this.workOut(month);
      this.worked.set(month, figures);
    }
    return figures.get(code) ?? none('unknown_code');
  }

  private workOut(month: string | null): ReadonlyMap<string, IndicatorFigure> {
    const figures = new Map<string, IndicatorFigure>();
    for (const one of this.known) {
      const isFormula = one.method.type === 'formula' && !one.isBroken;
      figures.set(
        one.code,
        isFormula ? none('circle') : knownFigure(one, this.howAdds(one.code), month),
      );
    }
    for (const formula of this.formulas) figures.set(formula.code, fromFormula(formula, figures));
    return figures;
  }
}

function fromFormula(
  { tree, parts }: Formula,
  figures: ReadonlyMap<string, IndicatorFigure>,
): IndicatorFigure {
  if (!tree) return none('absent_part');
  const found = parts.map((code) => figures.get(code) ?? none('unknown_code'));
  const absent = found.find(({ value }) => value === null);
  if (absent) return none(spreading.includes(absent.missing) ? absent.missing : 'absent_part');
  const value = evaluateFormula(tree, (code) => {
    const part = figures.get(code)?.value;
    return part === null || part === undefined ? null : new Exact(part);
  });
  if (value === null) return none('division_by_zero');
  return {
    value: sixDecimals(value),
    sources: ['formula'],
    missing: null,
    ...saidOf(found, least),
  };
}
