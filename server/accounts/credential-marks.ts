import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { accountTables } from './tables.ts';

/**
 * What changes whenever the password of a person does, and says nothing of it: by it, what was given out
 * under one password stops working with it. People without an account that may be used have none.
 */
export async function readCredentialMarks(
  db: Kysely<Tables>,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await accountTables(db)
    .selectFrom('user')
    .innerJoin('account', 'account.userId', 'user.id')
    .select(['user.id', 'user.active', 'account.password'])
    .where('account.providerId', '=', 'credential')
    .where('user.id', 'in', personIds)
    .execute();
  return new Map(
    rows.flatMap(({ id, active, password }) => {
      const mark = createHash('sha256')
        .update(password ?? '')
        .digest('hex');
      return active ? [[id, mark] as const] : [];
    }),
  );
}
