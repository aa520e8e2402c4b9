import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { FirstAdministrator } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { asSystem, type House } from '../context.ts';
import { transact } from '../transaction.ts';
import { hashForSignIn, storeAccount } from './add-account.ts';
import { hasAccounts } from './queries.ts';

/** No letters or digits that are read for one another. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function hashCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();
}

/**
 * Makes the one-time code for the first administrator, replacing any earlier one, when there is
 * no account yet. Returns nothing otherwise.
 */
export async function makeSetupCode(house: House): Promise<string | undefined> {
  if (await hasAccounts(house.database)) return undefined;
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]);
  const code = `${letters.slice(0, 4).join('')}-${letters.slice(4, 8).join('')}-${letters.slice(8).join('')}`;
  const row = {
    id: 1,
    codeHash: hashCode(code).toString('hex'),
    createdAt: house.now().toISOString(),
  };
  await house.database.db
    .insertInto('setupCode')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ codeHash: row.codeHash, createdAt: row.createdAt }),
    )
    .execute();
  return code;
}

/**
 * Creates the first administrator and burns the code.
 * @throws {AltavozFailure} `setup_already_done` once there is an account; `setup_code_wrong`.
 */
export async function createFirstAdministrator(
  house: House,
  input: FirstAdministrator,
): Promise<{ id: string }> {
  const passwordHash = await hashForSignIn(input.password);
  return transact(asSystem(house), ['accounts'], async (write) => {
    if (await hasAccounts({ ...house.database, db: write.db })) {
      throw new AltavozFailure({ code: 'setup_already_done' });
    }
    const row = await write.db.selectFrom('setupCode').selectAll().executeTakeFirst();
    const given = hashCode(input.code);
    if (!row || !timingSafeEqual(Buffer.from(row.codeHash, 'hex'), given)) {
      throw new AltavozFailure({ code: 'setup_code_wrong' });
    }
    await write.db.deleteFrom('setupCode').execute();
    return storeAccount(write, house.database.dialect, { ...input, role: 'admin' }, passwordHash);
  });
}
