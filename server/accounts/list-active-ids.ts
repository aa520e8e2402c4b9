import type { Kysely } from 'kysely';
import type { Role } from '../../shared/accounts/roles.ts';
import type { Tables } from '../database/schema.ts';
import { accountTables } from './tables.ts';

/** The active accounts of some roles, by their identifiers. */
export async function listActiveIds(db: Kysely<Tables>, roles: readonly Role[]): Promise<string[]> {
  const rows = await accountTables(db)
    .selectFrom('user')
    .select(['id', 'active'])
    .where('role', 'in', roles)
    .execute();
  return rows.filter(({ active }) => Boolean(active)).map(({ id }) => id);
}
