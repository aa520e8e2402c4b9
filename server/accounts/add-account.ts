import { randomUUID } from 'node:crypto';
import type { NewAccount } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { ActorContext } from '../context.ts';
import { transact, type Write } from '../transaction.ts';
import { insertAccount, isEmailTaken } from './account-rows.ts';
import { hashChosen } from './hash-password.ts';
import { limitTries } from './limit-tries.ts';

/** Stores an account inside a write under way; `passwordHash` comes from `hashChosen`. */
export async function storeAccount(
  write: Write,
  dialect: ActorContext['database']['dialect'],
  account: NewAccount,
  passwordHash: string,
): Promise<{ id: string }> {
  if (await isEmailTaken(write, account.email)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'account',
      field: 'email',
      value: account.email,
    });
  }
  const id = randomUUID();
  await insertAccount(write, dialect, { ...account, id, passwordHash });
  await write.audit({
    action: 'create',
    record: 'account',
    recordId: id,
    details: { after: { name: account.name, email: account.email, role: account.role } },
  });
  return { id };
}

/**
 * Adds an account that can sign in at once.
 * @throws {AltavozFailure} `value_taken` when another account has the e-mail; `invalid_input` for a
 * password that is used much; `too_many_requests`.
 */
export async function addAccount(
  context: ActorContext,
  account: NewAccount,
): Promise<{ id: string }> {
  await limitTries(context, 'set_password', {
    account: context.actor.id,
    address: context.address,
  });
  const passwordHash = await hashChosen(account.password);
  return transact(context, ['accounts'], (write) =>
    storeAccount(write, context.database.dialect, account, passwordHash),
  );
}
