import type { ValueChanges } from '../../../shared/press/revaluation.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { selectClosedMonths } from '../refuse-closed-months.ts';
import { type RevaluationPlan, worthOf } from './plan-revaluation.ts';

/** What the appearances of a plan are worth before and after, in whole pesos. */
export function sumsOf({ changes }: RevaluationPlan): { valueBefore: number; valueAfter: number } {
  let [valueBefore, valueAfter] = [0, 0];
  for (const { row, after } of changes) {
    valueBefore += row.valueCop ?? 0;
    valueAfter += after.valueCop ?? 0;
  }
  return { valueBefore, valueAfter };
}

/** One page of a plan, with the sums of all of it and the closed months it would touch. */
export async function showValueChanges(
  db: OpenDatabase['db'],
  plan: RevaluationPlan,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<ValueChanges> {
  const { changes, looked } = plan;
  const closed = await selectClosedMonths(
    db,
    changes.map(({ row }) => row.month),
  );
  const rows = changes
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ row, outletName, after }) => {
      const { id, day, title } = row;
      return { id, day, title, outletName, before: worthOf(row), after: worthOf(after) };
    });
  const closedMonths = closed.map(({ month }) => month);
  return { rows, total: changes.length, looked, ...sumsOf(plan), closedMonths };
}
