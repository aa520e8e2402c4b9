import type { OpenDatabase } from '../database/connection.ts';
import { accountTables } from './tables.ts';

/** Whether there is such an account, and it may be used. */
export async function isActiveAccount({ db }: OpenDatabase, id: string): Promise<boolean> {
  const row = await accountTables(db)
    .selectFrom('user')
    .select('active')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && Boolean(row.active);
}
