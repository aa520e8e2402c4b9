import { Exact } from '../money/exact.ts';
import { evaluateFormula, type FormulaTree, parseFormula, referencesOf } from './formula.ts';
import type { IndicatorFigure } from './rows.ts';
import type { IndicatorMethod } from './schemas.ts';
import { yearlyFigure } from './yearly-figure.ts';

/** What is known of an indicator before formulas are worked out: what was counted or typed, by month and for the year. */
export interface KnownFigures {
  code: string;
  method: IndicatorMethod;
  /** Typed for the whole year; stands before what its months add up to. */
  year: string | null;
  months: ReadonlyMap<string, { value: string; sources: IndicatorFigure['sources'] }>;
  /** Whether reading it broke: then nothing is known of it. */
  isBroken?: boolean;
}

const none = (missing: IndicatorFigure['missing']): IndicatorFigure => ({
  value: null,
  sources: [],
  missing,
});

const sixDecimals = (value: Exact) => value.toDecimalPlaces(6, Exact.ROUND_HALF_UP).toFixed();

/** The figure of a year of what was counted or typed month by month. */
function knownYear({ method, year, months }: KnownFigures): IndicatorFigure {
  if (year !== null) return { value: year, sources: ['typed'], missing: null };
  const how = method.type === 'typed' ? method.yearly : 'sum';
  const figures = [...months].map(([month, { value }]) => ({ month, value }));
  const value = yearlyFigure(figures, how);
  if (value === null) return none(method.type === 'typed' ? 'nothing_typed' : 'nothing_counted');
  const sources = [...new Set([...months.values()].flatMap((figure) => figure.sources))];
  return { value, sources, missing: null };
}

function knownFigure(known: KnownFigures, month: string | null): IndicatorFigure {
  if (known.isBroken) return none('failed');
  if (month === null) return knownYear(known);
  const figure = known.months.get(month);
  if (figure) return { ...figure, missing: null };
  return none(known.method.type === 'typed' ? 'nothing_typed' : 'nothing_counted');
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
 * Works out the figures of indicators in a year: those that are counted or typed as they are, those of
 * formulas from the others, in whatever order they name one another, each once.
 */
export class Workings {
  private readonly known: readonly KnownFigures[];
  private readonly formulas: readonly Formula[];
  /** Worked out so far, by month; under nothing for the year. */
  private readonly worked = new Map<string | null, ReadonlyMap<string, IndicatorFigure>>();

  constructor(known: readonly KnownFigures[]) {
    this.known = known;
    this.formulas = inOrder(known.filter(({ isBroken }) => !isBroken).flatMap(takeApart));
  }

  /** The figure of an indicator in the year, or in a month of it. */
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
      figures.set(one.code, isFormula ? none('circle') : knownFigure(one, month));
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
  return { value: sixDecimals(value), sources: ['formula'], missing: null };
}
