import { z } from 'zod';
import { Email } from '../../shared/accounts/schemas.ts';
import type { House } from '../context.ts';
import { accountTables } from './tables.ts';

const Typed = z.object({ email: Email });

/**
 * Whose account it is that a sign-in names; null where it is nobody's, or no e-mail at all: what
 * was typed is not given back, since it may be a password in the wrong field.
 */
export async function findTypedAccount(
  { database }: Pick<House, 'database'>,
  body: unknown,
): Promise<string | null> {
  const { data } = Typed.safeParse(body);
  if (!data) return null;
  const row = await accountTables(database.db)
    .selectFrom('user')
    .select('id')
    .where('email', '=', data.email)
    .executeTakeFirst();
  return row?.id ?? null;
}
