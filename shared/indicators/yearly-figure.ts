import { Exact } from '../money/exact.ts';
import type { YearlySum } from './schemas.ts';

/** A figure of a month as exact decimal text; absent months are not in the list. */
export interface MonthFigure {
  month: string;
  value: string;
}

/**
 * What the figures of a year's months make of the year. Absent months are not counted as zero.
 * @returns nothing where no month has a figure.
 */
export function yearlyFigure(months: readonly MonthFigure[], how: YearlySum): string | null {
  const ordered = [...months].sort((one, other) => (one.month < other.month ? -1 : 1));
  const last = ordered.at(-1);
  if (!last) return null;
  if (how === 'last') return last.value;
  const sum = ordered.reduce((total: Exact, { value }) => total.plus(value), new Exact(0));
  const result = how === 'sum' ? sum : sum.dividedBy(ordered.length);
  return result.toDecimalPlaces(6, Exact.ROUND_HALF_UP).toFixed();
}
