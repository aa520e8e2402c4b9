import { betterAuth } from 'better-auth';
import type { House } from '../context.ts';
import { addressHeader } from './address-header.ts';
import { sessionSecret } from './session-secret.ts';

const sevenDays = 60 * 60 * 24 * 7;

/** How many sign-in attempts one address may make in a minute. */
export interface SignInLimit {
  max: number;
  windowSeconds: number;
}

/**
 * The options of better-auth: e-mail and password, sign-up closed, sessions and rate limits in
 * the database so that many machines share them. Also what the migration test holds the tables against.
 */
export function authOptions(house: House, publicUrl: string, limit: SignInLimit) {
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
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        active: { type: 'boolean', required: true, defaultValue: true, input: false },
      },
    },
    session: { expiresIn: sevenDays, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: limit.windowSeconds, max: limit.max } },
    },
    advanced: {
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
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
            const { isActiveAccount } = await import('./queries.ts');
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
