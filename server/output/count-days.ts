import type { Day } from '../../shared/calendar/day.ts';
import type { OpenDatabase } from '../database/connection.ts';

/** What was done on some days, which monthly totals cannot tell. */
export interface CountedDays {
  /** Absent where no item is on record. */
  count: number | null;
}

/** Counts the items that were done from one day to another, both included. */
export async function countDays(
  { db }: OpenDatabase,
  { from, to }: { from: Day; to: Day },
): Promise<CountedDays> {
  const { count } = await db
    .selectFrom('outputItem')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('state', '=', 'done')
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { count: Number(count) === 0 ? null : Number(count) };
}
