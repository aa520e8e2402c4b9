import { Exact } from '../money/exact.ts';
import { evaluateFormula, parseFormula, referencesOf } from './formula.ts';
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
}

/** The figures of an indicator in a year. */
export interface WorkedFigures {
  year: IndicatorFigure;
  months: ReadonlyMap<string, IndicatorFigure>;
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

/**
 * Works out the figures of indicators in a year: those that are counted or typed as they are, those of
 * formulas from the others, in whatever order they name one another.
 */
export class Workings {
  private readonly byCode: Map<string, KnownFigures>;

  constructor(known: readonly KnownFigures[]) {
    this.byCode = new Map(known.map((one) => [one.code, one]));
  }

  /** The figure of an indicator in the year, or in a month of it. */
  figureOf(code: string, month: string | null, under: readonly string[] = []): IndicatorFigure {
    const known = this.byCode.get(code);
    if (!known) return none('unknown_code');
    if (under.includes(code)) return none('circle');
    if (known.method.type === 'formula') {
      return this.fromFormula(known.method.formula, month, [...under, code]);
    }
    if (month === null) return knownYear(known);
    const figure = known.months.get(month);
    if (figure) return { ...figure, missing: null };
    return none(known.method.type === 'typed' ? 'nothing_typed' : 'nothing_counted');
  }

  private fromFormula(formula: string, month: string | null, under: string[]): IndicatorFigure {
    const parsed = parseFormula(formula);
    if (!('tree' in parsed)) return none('absent_part');
    const parts = new Map(
      referencesOf(parsed.tree).map((code) => [code, this.figureOf(code, month, under)]),
    );
    const absent = [...parts.values()].find(({ value }) => value === null);
    if (absent) {
      const isDeep = absent.missing === 'circle' || absent.missing === 'unknown_code';
      return none(isDeep ? absent.missing : 'absent_part');
    }
    const value = evaluateFormula(parsed.tree, (code) => {
      const part = parts.get(code)?.value;
      return part === null || part === undefined ? null : new Exact(part);
    });
    if (value === null) return none('division_by_zero');
    return { value: sixDecimals(value), sources: ['formula'], missing: null };
  }

  /** Every figure of an indicator in the year. */
  all(code: string, months: readonly string[]): WorkedFigures {
    return {
      year: this.figureOf(code, null),
      months: new Map(months.map((month) => [month, this.figureOf(code, month)])),
    };
  }
}
