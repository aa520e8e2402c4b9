import { sql } from 'kysely';
import type { House } from '../../context.ts';

/**
 * Whether search finds the appearances by what they say. An index of words that departs from
 * them, as after a tool has numbered the rows of the file anew, is built again.
 * @returns false when it had to be; PostgreSQL keeps its own in step.
 */
export async function checkClippingSearch({
  database: { dialect, db },
}: Pick<House, 'database'>): Promise<boolean> {
  if (dialect !== 'sqlite') return true;
  try {
    await sql`insert into clipping_search(clipping_search, rank) values ('integrity-check', 1)`.execute(
      db,
    );
    return true;
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) throw error;
    await sql`insert into clipping_search(clipping_search) values ('rebuild')`.execute(db);
    return false;
  }
}
