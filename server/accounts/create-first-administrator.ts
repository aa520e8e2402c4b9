import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { FirstAdministrator } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { asSystem, type Context, type House } from '../context.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { transact } from '../transaction.ts';
import { storeAccount } from './add-account.ts';
import { hashChosen } from './hash-password.ts';
import { limitTries } from './limit-tries.ts';
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

async function refuseSecond(database: OpenDatabase): Promise<void> {
  if (await hasAccounts(database)) throw new AltavozFailure({ code: 'setup_already_done' });
}

async function refuseWrongCode({ db }: OpenDatabase, code: string): Promise<void> {
  const row = await db.selectFrom('setupCode').select('codeHash').executeTakeFirst();
  if (!row || !timingSafeEqual(Buffer.from(row.codeHash, 'hex'), hashCode(code))) {
    throw new AltavozFailure({ code: 'setup_code_wrong' });
  }
}

/**
 * Creates the first administrator and burns the code. Nothing is hashed for whoever has no code.
 * @throws {AltavozFailure} `setup_already_done` once there is an account; `setup_code_wrong`;
 * `invalid_input` for a password that is used much; `too_many_requests`.
 */
export async function createFirstAdministrator(
  context: Context,
  input: FirstAdministrator,
): Promise<{ id: string }> {
  const { database, address } = context;
  await refuseSecond(database);
  await limitTries(context, 'first_administrator', { address });
  await refuseWrongCode(database, input.code);
  const passwordHash = await hashChosen(input.password);
  return transact(asSystem(context), ['accounts'], async (write) => {
    const within = { ...database, db: write.db };
    await refuseSecond(within);
    await refuseWrongCode(within, input.code);
    await write.db.deleteFrom('setupCode').execute();
    return storeAccount(write, database.dialect, { ...input, role: 'admin' }, passwordHash);
  });
}
