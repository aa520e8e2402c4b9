import { availableParallelism } from 'node:os';
import { AltavozFailure } from '../../shared/failure.ts';

/** One core is left to everything else. */
const atOnce = Math.max(1, Math.min(4, availableParallelism() - 1));

/** With some ten hashes a second, who comes last waits about four seconds. */
const mostWaiting = 40;

let underWay = 0;
const waiting: (() => void)[] = [];

/**
 * Hashing takes a core and 32 MB for a tenth of a second: few hash at once, the others wait for
 * their turn, and whoever would wait too long is refused at once.
 * @throws {AltavozFailure} `too_many_requests`.
 */
async function inTurn<Result>(hash: () => Promise<Result>): Promise<Result> {
  if (underWay < atOnce) underWay += 1;
  else if (waiting.length >= mostWaiting) {
    throw new AltavozFailure({ code: 'too_many_requests', retryAfterSeconds: 5 });
  } else {
    await new Promise<void>((go) => {
      waiting.push(go);
    });
  }
  try {
    return await hash();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}

/**
 * Hashes with the accounts library's own function, so that it can check the password at sign-in.
 * @throws {AltavozFailure} `too_many_requests` when too many wait to be hashed.
 */
export async function hashForSignIn(password: string): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto');
  return inTurn(() => hashPassword(password));
}

/**
 * Whether a password is the one that was hashed for sign-in.
 * @throws {AltavozFailure} `too_many_requests` when too many wait to be hashed.
 */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const { verifyPassword } = await import('better-auth/crypto');
  return inTurn(() => verifyPassword({ hash, password }));
}
