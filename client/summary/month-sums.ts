import type { MonthMatrix } from '../../shared/output/matrix.ts';
import type { Answers } from '../app/api.ts';

type MonthlyValue = Answers['press']['readMonthlyValue'];

function addUp(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}

/** Everything made in a month; absent when nothing was counted. */
export function outputOf({ cells }: MonthMatrix, month: string): number | null {
  return addUp(cells.filter((cell) => cell.month === month).map(({ count }) => count));
}

/** Appearances of a month; absent when there are none. */
export function clippingsOf({ rows }: MonthlyValue, month: string): number | null {
  return addUp(rows.filter((row) => row.month === month).map(({ count }) => count));
}

/** Value of a month in pesos; absent when none of its appearances is valued. */
export function pesosOf({ rows }: MonthlyValue, month: string): number | null {
  const values = rows.filter((row) => row.month === month).map(({ valueCop }) => valueCop);
  return addUp(values.filter((value) => value !== null));
}
