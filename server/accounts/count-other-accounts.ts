import type { Kysely } from 'kysely';
import type { Role } from '../../shared/accounts/roles.ts';
import type { Tables } from '../database/schema.ts';
import { accountTables } from './tables.ts';

/** How many active accounts of some roles there are besides one; `null` leaves none out. */
export async function countOtherAccounts(
  db: Kysely<Tables>,
  roles: readonly Role[],
  id: string | null,
): Promise<number> {
  const rows = await accountTables(db)
    .selectFrom('user')
    .select(['id', 'active'])
    .where('role', 'in', roles)
    .execute();
  return rows.filter((row) => Boolean(row.active) && row.id !== id).length;
}
