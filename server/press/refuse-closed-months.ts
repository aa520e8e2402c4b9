import { AltavozFailure } from '../../shared/failure.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { Write } from '../transaction.ts';

/** The last revision of each of some months that is closed now, by month. */
export async function selectClosedMonths(db: OpenDatabase['db'], months: readonly string[]) {
  const wanted = [...new Set(months)];
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom('monthClose')
    .select(['id', 'month', 'revision', 'action', 'at', 'actorName'])
    .where('month', 'in', wanted)
    .orderBy('month')
    .orderBy('revision', 'desc')
    .execute();
  const last = rows.filter((row, index) => row.month !== rows[index - 1]?.month);
  return last.filter((row) => row.action === 'close');
}

/**
 * Refuses a write on what counts in a closed month.
 * @throws {AltavozFailure} `month_closed` with the first of them.
 */
export async function refuseClosedMonths(write: Write, months: readonly string[]): Promise<void> {
  const [closed] = await selectClosedMonths(write.db, months);
  if (!closed) return;
  const { month, at: closedAt, actorName: closedBy } = closed;
  throw new AltavozFailure({ code: 'month_closed', month, closedAt, closedBy });
}
