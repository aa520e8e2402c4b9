import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor, House } from '../context.ts';
import { endSession, findSession, noteSessionUse } from './queries.ts';
import { sessionSecret } from './session-secret.ts';

/** How sessions are read. */
export interface SessionRules {
  /** Whether people come by https, where no cookie is taken that plain http could have set. */
  isSecure: boolean;
  /** After how long without use a session ends, in milliseconds. */
  idle: number;
}

/** The sessions of a house, by the cookies that browsers send. */
export interface Sessions {
  /** The token of the session, in force or not; nothing when its signature is not ours. */
  readToken(cookies: string | undefined): string | undefined;
  /**
   * Whose session it is, where it is in force.
   * @param isUse false where nobody did anything: a page that looks now and then keeps no session.
   */
  readActor(cookies: string | undefined, isUse?: boolean): Promise<Actor | null>;
  /** Ends the session of these cookies, where there is one. */
  end(cookies: string | undefined): Promise<void>;
}

const cookiePattern = /(?:^|[; ])altavoz\.session_token=([^;]+)/;
const secureCookiePattern = /(?:^|[; ])__Host-altavoz\.session_token=([^;]+)/;

/** What the name of the cookie begins with: by `__Host-` browsers take it of this very host and of https alone. */
export function sessionCookiePrefix(isSecure: boolean): string {
  return isSecure ? '__Host-altavoz' : 'altavoz';
}

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

/** A use is noted when the last one that was is so long ago, as a part of what may pass without any. */
const notedPart = 1 / 100;

/**
 * Makes the reader of session cookies. It does what the accounts library's own `getSession` does with a
 * cookie (signature, expiry, account still active) in one query and no more, since every call passes
 * through it; and it ends what was not used for too long.
 */
export function makeSessions(house: House, { isSecure, idle }: SessionRules): Sessions {
  const tokenOf = rememberVerified(sessionSecret(house.secretKey));
  const pattern = isSecure ? secureCookiePattern : cookiePattern;
  const noting = new Set<string>();

  /** Nobody waits for it: a reader would wait for whoever writes. */
  function noteUse(token: string, now: Date): void {
    if (noting.has(token)) return;
    noting.add(token);
    noteSessionUse(house.database, token, now)
      .catch((err) => house.log.warn({ err }, 'the use of a session was not noted'))
      .finally(() => noting.delete(token));
  }

  function readToken(cookies: string | undefined): string | undefined {
    const value = cookies === undefined ? undefined : pattern.exec(cookies)?.[1];
    return value === undefined ? undefined : tokenOf(value);
  }

  return {
    readToken,
    async end(cookies) {
      const token = readToken(cookies);
      if (token !== undefined) await endSession(house.database, token);
    },
    async readActor(cookies, isUse = true) {
      const token = readToken(cookies);
      if (token === undefined) return null;
      const session = await findSession(house.database, token);
      if (!session) return null;
      const now = house.now();
      const unused = now.getTime() - session.usedAt;
      if (session.expiresAt <= now.getTime() || unused > idle) return null;
      if (isUse && Math.abs(unused) > idle * notedPart) noteUse(token, now);
      return { id: session.userId, name: session.name, role: session.role };
    },
  };
}
