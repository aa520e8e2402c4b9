import type { ClosedRow } from '../../shared/press/review-rows.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { selectClosedMonths } from './refuse-closed-months.ts';

/** An appearance as it was when its month was closed; absent while the month is open. */
export async function findClosedRow(
  { db }: OpenDatabase,
  { id, month }: { id: string; month: string },
): Promise<ClosedRow | undefined> {
  const [closed] = await selectClosedMonths(db, [month]);
  if (!closed) return undefined;
  const row = await db
    .selectFrom('monthCloseClipping')
    .select('frozenRow')
    .where('monthCloseId', '=', closed.id)
    .where('clippingId', '=', id)
    .executeTakeFirst();
  return row && (JSON.parse(row.frozenRow) as ClosedRow);
}
