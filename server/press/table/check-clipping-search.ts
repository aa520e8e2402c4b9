import type { House } from '../../context.ts';

/**
 * Whether search finds the appearances by what they say. An index of words that departs from
 * them, as after a tool has numbered the rows of the file anew, is built again.
 * @returns false when it had to be; PostgreSQL keeps its own in step.
 */
export function checkClippingSearch({ database: { sqlite } }: Pick<House, 'database'>): boolean {
  if (!sqlite) return true;
  try {
    sqlite.exec("insert into clipping_search(clipping_search, rank) values ('integrity-check', 1)");
    return true;
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) throw error;
    sqlite.exec("insert into clipping_search(clipping_search) values ('rebuild')");
    return false;
  }
}
