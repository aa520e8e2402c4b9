import { foldForSearch } from '../../shared/records.ts';
import type { OpenDatabase } from '../database/connection.ts';

/** The department of a name, accents and case aside; nothing when there is none. */
export async function findDepartment(
  { db }: OpenDatabase,
  name: string,
): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('department')
    .select(['id', 'name'])
    .where('searchText', '=', foldForSearch(name))
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}
