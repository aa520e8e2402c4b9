import { listMonths, type MonthPeriod } from '../calendar/month.ts';
import type { KindId } from './kind-id.ts';
import { outputKinds } from './kinds.ts';

/** Where a count comes from: items one by one, or a month's total. */
export type CountSource = 'records' | 'tally';

/** What one source counts of one kind in one month. */
export interface SourcedCount {
  month: string;
  kind: string;
  source: CountSource;
  count: number;
}

/** One month of one kind. A month and kind that nobody counted has no cell; one counted as none has 0. */
export interface MatrixCell {
  month: string;
  kind: KindId;
  count: number;
  sources: CountSource[];
}

/** A kind of the office's own as the matrix names it. */
export interface NamedKind {
  id: KindId;
  label: string;
  isActive: boolean;
}

/** Output by month and kind; a total is absent where its kind has no cell. */
export interface MonthMatrix {
  months: string[];
  kinds: { id: KindId; label: string }[];
  cells: MatrixCell[];
  totals: { kind: KindId; count: number | null }[];
  /** What is planned and not done, beside what is; none of it is counted. */
  planned: { month: string; kind: KindId; count: number }[];
}

/**
 * Assembles the matrix of a period from its sourced counts. Where items and a month's total count
 * the same month and kind they are added, and the cell names both sources.
 * @param planned what is planned and not done, by month and kind.
 * @param ownKinds the kinds that the office made for itself and still logs; others appear where they have a count.
 */
export function assembleMatrix(
  period: MonthPeriod,
  counts: readonly SourcedCount[],
  ownKinds: readonly NamedKind[] = [],
  planned: MonthMatrix['planned'] = [],
): MonthMatrix {
  const cells = new Map<string, MatrixCell>();
  const totals = new Map<string, number>();
  for (const { month, kind, source, count } of counts) {
    const key = `${month} ${kind}`;
    const cell = cells.get(key);
    if (cell) {
      cell.count += count;
      cell.sources.push(source);
    } else {
      cells.set(key, { month, kind: kind as KindId, count, sources: [source] });
    }
    totals.set(kind, (totals.get(kind) ?? 0) + count);
  }
  const shown = ownKinds.filter(({ id, isActive }) => isActive || totals.has(id));
  const kinds = [
    ...outputKinds.map(({ id, label }) => ({ id, label: label.many.es })),
    ...shown.map(({ id, label }) => ({ id, label })),
  ];
  return {
    months: listMonths(period.from, period.to),
    kinds,
    cells: [...cells.values()],
    totals: kinds.map(({ id }) => ({ kind: id, count: totals.get(id) ?? null })),
    planned: [...planned],
  };
}
