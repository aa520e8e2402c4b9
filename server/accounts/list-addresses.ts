import type { Role } from '../../shared/accounts/roles.ts';
import type { House } from '../context.ts';
import { accountTables } from './tables.ts';

/** The e-mail addresses of the people of some roles who may sign in, in order. */
export async function listAddresses(
  { database }: House,
  ofRoles: readonly [Role, ...Role[]],
): Promise<string[]> {
  const rows = await accountTables(database.db)
    .selectFrom('user')
    .select(['email', 'active'])
    .where('role', 'in', [...ofRoles])
    .orderBy('email')
    .execute();
  return rows.filter(({ active }) => Boolean(active)).map(({ email }) => email);
}
