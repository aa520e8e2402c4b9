import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import {
  addMonths,
  listMonths,
  Month,
  type MonthPeriod,
  monthsBetween,
} from '../calendar/month.ts';
import { KindId } from './kind-id.ts';
import type { CountSource } from './matrix.ts';

/** What of an item output can be told apart by, besides its kind. */
export const outputDimensions = ['department', 'place', 'responsible'] as const;
export type OutputDimension = (typeof outputDimensions)[number];

/** What the rows of a matrix are. */
export const matrixRowsBy = ['kind', ...outputDimensions] as const;
export type MatrixRowsBy = (typeof matrixRowsBy)[number];

/** How much time one column of a matrix spans. */
export const matrixSpans = ['month', 'quarter', 'year'] as const;
export type MatrixSpan = (typeof matrixSpans)[number];

/** Which matrix to read: a period, how it is parted, what its rows are, and whether the year before stands beside it. */
export const MatrixAsked = z
  .object({
    from: Month,
    to: Month,
    by: z.enum(matrixSpans).default('month'),
    rows: z.enum(matrixRowsBy).default('kind'),
    /** Only output of one kind. */
    kind: KindId.optional(),
    compare: z.enum(['none', 'last_year']).default('none'),
    /** Today: what of the period is still to come is compared with nothing, its month with the same days. */
    until: Day.optional(),
  })
  .refine((period) => period.from <= period.to, { error: 'period_reversed', path: ['to'] })
  .refine((period) => monthsBetween(period.from, period.to) < 600, {
    error: 'period_too_long',
    path: ['to'],
  });
export type MatrixAsked = z.infer<typeof MatrixAsked>;

/** What one source counts of one row in one month. */
export interface RowCount {
  month: string;
  row: string;
  /** Absent: items one by one. */
  source?: CountSource;
  count: number;
}

/** One part of the period in one row. What nobody counted has no cell. */
export interface MatrixByCell {
  period: string;
  row: string;
  count: number;
  sources: CountSource[];
}

/** Counts by part of the period and row, with their sums; a sum is absent where nothing was counted. */
export interface CountsBy {
  cells: MatrixByCell[];
  rowTotals: { row: string; count: number }[];
  periodTotals: { period: string; count: number }[];
  total: number | null;
}

/** Output by part of a period and by kind, department, place or who made it. */
export interface MatrixBy extends CountsBy {
  /** `2026-03`, `2026-Q1` or `2026`, in order. */
  periods: string[];
  /** In the order in which they are shown; the one whose id is empty is of items that say none. */
  rows: { id: string; name: string | null }[];
  /** How many the totals of months count that no row can tell; only where rows are not kinds. */
  untold: number;
  /** The same of the year before, by the periods of this one. */
  lastYear: CountsBy | null;
  /** The last day of the year before that is compared, where the period is not over. */
  comparedUntil: string | null;
  /** How many the totals of that month of the year before count, which no day tells: they are not compared. */
  uncompared: number;
  /** What is planned and not done, beside what is; none of it is counted. */
  planned: { period: string; row: string; count: number }[];
}

/** The part of a period that a month falls in. */
export function spanOf(month: string, by: MatrixSpan): string {
  if (by === 'month') return month;
  const year = month.slice(0, 4);
  return by === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** Every part of a period, in order. The first and the last may hold fewer months than others. */
export function listSpans({ from, to }: MonthPeriod, by: MatrixSpan): string[] {
  return [...new Set(listMonths(from, to).map((month) => spanOf(month, by)))];
}

/** The first and last months of a part of a period, within the period. */
export function monthsOfSpan(span: string, { from, to }: MonthPeriod): MonthPeriod {
  const [year = '', part] = span.split('-');
  const quarter = part?.startsWith('Q') ? Number(part.slice(1)) : undefined;
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  const whole =
    quarter === undefined
      ? { from: part ? span : month(1), to: part ? span : month(12) }
      : { from: month(quarter * 3 - 2), to: month(quarter * 3) };
  return {
    from: whole.from < from ? from : whole.from,
    to: whole.to > to ? to : whole.to,
  };
}

/** What one part of the period adds up to, in all and by row. */
interface SpanSum {
  period: string;
  count: number;
  cells: Map<string, MatrixByCell>;
}

/** Finds the sum that a month adds to; months mostly come one after another, so that the last one is mostly it. */
function spanSums(by: MatrixSpan, shift: number) {
  const sums = new Map<string, SpanSum>();
  let lastMonth = '';
  let last: SpanSum | undefined;
  function find(month: string): SpanSum {
    if (last && month === lastMonth) return last;
    const period = spanOf(shift === 0 ? month : addMonths(month, shift), by);
    const sum = sums.get(period) ?? { period, count: 0, cells: new Map() };
    sums.set(period, sum);
    lastMonth = month;
    last = sum;
    return sum;
  }
  return { sums, find };
}

/**
 * Adds counts up by part of the period and row; where items and totals of months count the same, the
 * cell names both.
 * @param shift months by which the counts lie before the periods that they stand beside.
 */
export function addUpBy(counts: readonly RowCount[], by: MatrixSpan, shift = 0): CountsBy {
  const { sums, find } = spanSums(by, shift);
  const cells: MatrixByCell[] = [];
  const rows = new Map<string, { row: string; count: number }>();
  let total: number | null = null;
  for (const { month, row, source = 'records', count } of counts) {
    const sum = find(month);
    sum.count += count;
    const cell = sum.cells.get(row);
    if (cell) {
      cell.count += count;
      if (!cell.sources.includes(source)) cell.sources.push(source);
    } else {
      const added = { period: sum.period, row, count, sources: [source] };
      sum.cells.set(row, added);
      cells.push(added);
    }
    const ofRow = rows.get(row);
    if (ofRow) ofRow.count += count;
    else rows.set(row, { row, count });
    total = (total ?? 0) + count;
  }
  return {
    cells,
    rowTotals: [...rows.values()],
    periodTotals: [...sums.values()].map(({ period, count }) => ({ period, count })),
    total,
  };
}
