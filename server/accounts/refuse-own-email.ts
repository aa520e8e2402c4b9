import { findPasswordRefusal } from '../../shared/accounts/password-rule.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { accountTables } from './tables.ts';

/**
 * Refuses the e-mail of an account as its password, which no schema knows that has not both.
 * @throws {AltavozFailure} `invalid_input`, of the field at `path`.
 */
export async function refuseOwnEmail(
  { db }: OpenDatabase,
  id: string,
  password: string,
  path: string,
): Promise<void> {
  const account = await accountTables(db)
    .selectFrom('user')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirst();
  const rule = findPasswordRefusal(password, account?.email);
  if (rule === undefined) return;
  throw new AltavozFailure({ code: 'invalid_input', fields: [{ path, rule, facts: {} }] });
}
