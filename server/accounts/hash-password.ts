import { availableParallelism } from 'node:os';
import { inTurn, makeTurns } from '../turns.ts';
import { refuseUsedPassword } from './refuse-used-password.ts';

/**
 * Hashing takes a core and 32 MB for a tenth of a second: one core is left to everything else, and
 * whoever would wait more than about four seconds is refused at once. How often one account or address
 * may have something hashed is counted before (`limit-tries.ts`).
 */
const atOnce = Math.max(1, Math.min(4, availableParallelism() - 1));
const waiting = 40;
const turns = makeTurns({
  atOnce,
  atOnceEach: atOnce,
  waiting,
  waitingEach: waiting,
  waitingFromAddress: waiting,
  retryAfterSeconds: 5,
});
const anybody = { person: null, address: undefined };

/**
 * Hashes with the accounts library's own function, so that it can check the password at sign-in.
 * @throws {AltavozFailure} `too_many_requests` when too many wait to be hashed.
 */
export async function hashForSignIn(password: string): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto');
  return inTurn(turns, anybody, () => hashPassword(password));
}

/**
 * Hashes a password that somebody chose, unless it is one that is used much.
 * @param path the field that it was typed in.
 * @throws {AltavozFailure} `invalid_input`; `too_many_requests` when too many wait to be hashed.
 */
export async function hashChosen(password: string, path = 'password'): Promise<string> {
  await refuseUsedPassword(password, path);
  return hashForSignIn(password);
}

/**
 * Whether a password is the one that was hashed for sign-in.
 * @throws {AltavozFailure} `too_many_requests` when too many wait to be hashed.
 */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const { verifyPassword } = await import('better-auth/crypto');
  return inTurn(turns, anybody, () => verifyPassword({ hash, password }));
}
