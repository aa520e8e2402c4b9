import type { OwnPasswordChange } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { ActorContext } from '../context.ts';
import { transact } from '../transaction.ts';
import { findPasswordHash, storeOwnPassword } from './account-rows.ts';
import { hashChosen, isPasswordOf } from './hash-password.ts';
import { forgetTries, limitTries } from './limit-tries.ts';
import { refuseOwnEmail } from './refuse-own-email.ts';

/**
 * Changes the password of whoever asks, who proves to know the present one. Every other session of
 * the account ends; the one of `keptToken` goes on.
 * @throws {AltavozFailure} `not_signed_in` when the actor has no account; `password_wrong`;
 * `invalid_input` for the own e-mail as password or one that is used much; `too_many_requests`.
 */
export async function changeOwnPassword(
  context: ActorContext,
  change: OwnPasswordChange,
  keptToken: string,
): Promise<void> {
  const { id } = context.actor;
  const present = id === null ? undefined : await findPasswordHash(context.database, id);
  if (id === null || present === undefined) throw new AltavozFailure({ code: 'not_signed_in' });
  await refuseOwnEmail(context.database, id, change.newPassword, 'newPassword');
  await limitTries(context, 'change_password', { account: id, address: context.address });
  if (!(await isPasswordOf(present, change.currentPassword))) {
    throw new AltavozFailure({ code: 'password_wrong' });
  }
  await forgetTries(context, 'change_password', id);
  const passwordHash = await hashChosen(change.newPassword, 'newPassword');
  await transact(context, ['accounts'], async (write) => {
    await storeOwnPassword(write, context.database.dialect, { id, passwordHash, keptToken });
    await write.audit({
      action: 'update',
      record: 'account',
      recordId: id,
      details: { passwordChanged: true },
    });
  });
}
