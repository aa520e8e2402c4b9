import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor, House } from '../context.ts';
import { findSession } from './queries.ts';
import { sessionSecret } from './session-secret.ts';

const cookiePattern = /(?:^|[; ])(?:__Secure-)?better-auth\.session_token=([^;]+)/;

/** Returns the token of a signed cookie value, or nothing when the signature is not ours. */
function verifiedToken(value: string, secret: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(value);
  } catch {
    return undefined;
  }
  const dot = decoded.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const token = decoded.slice(0, dot);
  const signature = Buffer.from(decoded.slice(dot + 1));
  const expected = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    return undefined;
  return token;
}

const keptVerifications = 2_000;

/** Remembers the cookies whose signature was checked: the check costs more than the look-up behind it. */
function rememberVerified(secret: string): (value: string) => string | undefined {
  const verified = new Map<string, string>();
  return (value) => {
    const known = verified.get(value);
    if (known !== undefined) return known;
    const token = verifiedToken(value, secret);
    if (token === undefined) return undefined;
    if (verified.size >= keptVerifications) verified.clear();
    verified.set(value, token);
    return token;
  };
}

/** Makes the reader of the session token in a cookie header; nothing when its signature is not ours. */
export function sessionTokenReader(
  house: House,
): (cookies: string | undefined) => string | undefined {
  const tokenOf = rememberVerified(sessionSecret(house.secretKey));
  return (cookies) => {
    const value = cookies === undefined ? undefined : cookiePattern.exec(cookies)?.[1];
    return value === undefined ? undefined : tokenOf(value);
  };
}

/**
 * Makes the reader of session cookies. It does what the accounts library's own `getSession`
 * does with a cookie (signature, expiry, account still active) in one query and no more, since
 * every call passes through it.
 */
export function sessionReader(
  house: House,
): (cookies: string | undefined) => Promise<Actor | null> {
  const tokenOf = sessionTokenReader(house);
  return async (cookies) => {
    const token = tokenOf(cookies);
    if (token === undefined) return null;
    const session = await findSession(house.database, token);
    if (!session || session.expiresAt <= house.now().getTime()) return null;
    return { id: session.userId, name: session.name, role: session.role };
  };
}
