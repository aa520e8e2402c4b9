import { createHash } from 'node:crypto';
import type { ValueChanges } from '../../../shared/press/revaluation.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { selectClosedMonths } from '../refuse-closed-months.ts';
import { type PlannedPart, type PlannedValue, sealedText, worthOf } from './plan-revaluation.ts';

/** What the changes of a plan come to; values in whole pesos, those without one left out. */
export interface PlanSum {
  total: number;
  /** How many appearances were looked at. */
  looked: number;
  valueBefore: number;
  valueAfter: number;
  /** Those with appearances that would change. */
  months: string[];
  /** Tells the plan from any other. */
  seal: string;
}

interface Summing {
  /** Stops as soon as there are more changes than these; the sums are then of a part. */
  most?: number;
  /** Told of each change and its place in the plan, from 0. */
  see?(change: PlannedValue, place: number): void;
}

/** Adds up a plan as its parts come; none of its changes is kept. */
export async function sumUpPlan(
  parts: AsyncIterable<PlannedPart>,
  { most = Number.POSITIVE_INFINITY, see }: Summing = {},
): Promise<PlanSum> {
  const hash = createHash('sha256');
  const months = new Set<string>();
  const sums = { total: 0, looked: 0, valueBefore: 0, valueAfter: 0 };
  for await (const { looked, changes } of parts) {
    sums.looked += looked;
    for (const change of changes) {
      hash.update(sealedText(change));
      see?.(change, sums.total);
      sums.total += 1;
      sums.valueBefore += change.row.valueCop ?? 0;
      sums.valueAfter += change.after.valueCop ?? 0;
      months.add(change.row.month);
    }
    if (sums.total > most) break;
  }
  return { ...sums, months: [...months].sort(), seal: hash.digest('hex') };
}

/** One page of a plan, with the sums of all of it, the closed months it would touch, and its seal. */
export async function showValueChanges(
  db: OpenDatabase['db'],
  parts: AsyncIterable<PlannedPart>,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<ValueChanges & { seal: string }> {
  const rows: ValueChanges['rows'] = [];
  const first = (page - 1) * pageSize;
  const { months, ...sums } = await sumUpPlan(parts, {
    see({ row: { id, day, title, ...row }, outletName, after }, place) {
      if (place < first || place >= first + pageSize) return;
      rows.push({ id, day, title, outletName, before: worthOf(row), after: worthOf(after) });
    },
  });
  const closed = await selectClosedMonths(db, months);
  return { rows, ...sums, closedMonths: closed.map(({ month }) => month) };
}
