import type { AccountChange } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { ActorContext } from '../context.ts';
import { transact } from '../transaction.ts';
import { countOtherAdministrators, findAccount, updateAccount } from './account-rows.ts';
import { hashChosen } from './hash-password.ts';
import { limitTries } from './limit-tries.ts';
import { refuseOwnEmail } from './refuse-own-email.ts';

/** The hash of a password that somebody sets for another; absent where none is set. */
async function hashGiven(
  context: ActorContext,
  { id, password }: AccountChange,
): Promise<string | undefined> {
  if (password === undefined) return undefined;
  const { actor, address, database } = context;
  await refuseOwnEmail(database, id, password, 'password');
  await limitTries(context, 'set_password', { account: actor.id, address });
  return hashChosen(password);
}

/**
 * Changes the name, role, access or password of an account.
 * @throws {AltavozFailure} `record_not_found`; `last_administrator` when nobody could administer
 * afterwards; `invalid_input` for the own e-mail as password or one that is used much; `too_many_requests`.
 */
export async function changeAccount(context: ActorContext, change: AccountChange): Promise<void> {
  const passwordHash = await hashGiven(context, change);
  await transact(context, ['accounts'], async (write) => {
    const before = await findAccount(write, change.id);
    if (!before) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'account', id: change.id });
    }
    const staysAdministrator = change.role === 'admin' && change.active;
    const wasAdministrator = before.role === 'admin' && Boolean(before.active);
    if (
      wasAdministrator &&
      !staysAdministrator &&
      (await countOtherAdministrators(write, change.id)) === 0
    ) {
      throw new AltavozFailure({ code: 'last_administrator' });
    }
    await updateAccount(write, context.database.dialect, change, passwordHash);
    await write.audit({
      action: 'update',
      record: 'account',
      recordId: change.id,
      details: {
        before: { name: before.name, role: before.role, active: Boolean(before.active) },
        after: { name: change.name, role: change.role, active: change.active },
        passwordChanged: passwordHash !== undefined,
      },
    });
  });
}
