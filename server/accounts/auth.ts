import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { shortestPassword } from '../../shared/accounts/password-rule.ts';
import { Email } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { House } from '../context.ts';
import { addressHeader } from './address-header.ts';
import { hashForSignIn, isPasswordOf } from './hash-password.ts';
import { isActiveAccount } from './is-active-account.ts';
import { forgetTries, limitTries, longestWindowSeconds } from './limit-tries.ts';
import { isShutOut } from './queries.ts';
import { sessionCookiePrefix } from './read-session.ts';
import { sessionSecret } from './session-secret.ts';

/** A session ends so long after signing in, however much it is used. */
const sevenDays = 60 * 60 * 24 * 7;

/** How many sign-in attempts one address may make in a minute. */
export interface SignInLimit {
  max: number;
  windowSeconds: number;
}

/** Tells the accounts library in its own way of what had to be refused. */
async function inItsWay<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AltavozFailure)) throw error;
    const { failure } = error;
    if (failure.code !== 'too_many_requests') throw error;
    const headers = { 'X-Retry-After': String(failure.retryAfterSeconds) };
    throw new APIError('TOO_MANY_REQUESTS', { message: failure.code }, headers);
  }
}

/**
 * What comes between the limit by address and the hash of a sign-in: the limit by account, whether
 * there is such an account or not. One that is deactivated is as one that does not exist, so that
 * neither the answer nor its time tells a right password from a wrong one.
 */
function guardSignIn(house: House) {
  return createAuthMiddleware(async ({ path, body }) => {
    if (path !== '/sign-in/email') return undefined;
    const email = Email.safeParse(body?.email).data;
    // No account has it: the library refuses it, as one that is not there.
    if (email === undefined) return undefined;
    await inItsWay(limitTries(house, 'sign_in', { account: email }));
    const isOut = await isShutOut(house.database, email);
    const asked = isOut ? `${randomUUID()}@shut-out.invalid` : body.email;
    return { context: { body: { ...body, email: asked } } };
  });
}

/** Who signed in was no stranger: earlier tries of that account are forgotten. */
function welcomeSignIn(house: House) {
  return createAuthMiddleware(async ({ context }) => {
    const email = context.newSession?.user.email;
    if (email) await forgetTries(house, 'sign_in', email.toLowerCase());
  });
}

/**
 * The options of better-auth: e-mail and password, sign-up closed, sessions and rate limits in
 * the database so that many machines share them. Also what the migration test holds the tables against.
 */
export function authOptions(house: House, publicUrl: string, limit: SignInLimit) {
  const isSecure = publicUrl.startsWith('https:');
  return {
    appName: 'Altavoz',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: sessionSecret(house.secretKey),
    database: {
      db: house.database.db.withoutPlugins(),
      type: house.database.dialect,
    },
    telemetry: { enabled: false },
    // What it does not know is told as every other route tells it.
    onAPIError: { throw: true },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      password: {
        hash: (password: string) => inItsWay(hashForSignIn(password)),
        verify: ({ hash, password }: { hash: string; password: string }) =>
          inItsWay(isPasswordOf(hash, password)),
      },
    },
    hooks: { before: guardSignIn(house), after: welcomeSignIn(house) },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        active: { type: 'boolean', required: true, defaultValue: true, input: false },
      },
    },
    session: { expiresIn: sevenDays, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: limit.windowSeconds, max: limit.max },
        // No endpoint: the library forgets what is older than its longest window.
        '/limit-tries': { window: longestWindowSeconds, max: 1 },
      },
    },
    advanced: {
      // The library knows no better prefix than `__Secure-`, which a neighbouring host may set.
      useSecureCookies: false,
      cookiePrefix: sessionCookiePrefix(isSecure),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      // The server refuses every write from another origin before it gets here (server/http/app.ts),
      // by the Host that was asked for: the library's own check knows one address only, and refuses
      // programs that send no Origin.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => crypto.randomUUID() },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session: { userId: string }) {
            if (!(await isActiveAccount(house.database, session.userId))) return false;
          },
        },
      },
    },
  } satisfies Parameters<typeof betterAuth>[0];
}

/** The accounts library, bound to this house. */
export function makeAuth(house: House, publicUrl: string, limit: SignInLimit) {
  return betterAuth(authOptions(house, publicUrl, limit));
}
