import { AltavozFailure } from '../../../shared/failure.ts';
import type { Write } from '../../transaction.ts';

/**
 * Refuses a write on what counts in a month whose output is confirmed.
 * @throws {AltavozFailure} `month_confirmed` with the first of them.
 */
export async function refuseConfirmedMonths(
  { db }: Write,
  months: Iterable<string>,
): Promise<void> {
  const wanted = [...new Set(months)];
  if (wanted.length === 0) return;
  const rows = await db
    .selectFrom('outputConfirmation')
    .select(['month', 'action', 'at', 'actorName'])
    .where('month', 'in', wanted)
    .orderBy('month')
    .orderBy('revision', 'desc')
    .execute();
  const confirmed = rows.find(
    (row, index) => row.month !== rows[index - 1]?.month && row.action === 'confirm',
  );
  if (!confirmed) return;
  const { month, at: confirmedAt, actorName: confirmedBy } = confirmed;
  throw new AltavozFailure({ code: 'month_confirmed', month, confirmedAt, confirmedBy });
}
