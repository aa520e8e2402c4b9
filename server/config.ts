import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { MailSettings, NetworkVersions, WebAccess } from './context.ts';
import { keepFolderPrivate } from './database/private-files.ts';
import { type ConnectionBounds, connectionBounds } from './http/bound-connections.ts';
import { readInternalHosts } from './reach/internal-hosts.ts';
import { readTrustedProxies, type TrustsProxy } from './trusted-proxies.ts';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(least, `must be from ${least} to ${most}`)
    .max(most, `must be from ${least} to ${most}`);

const Environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int('must be a whole number')
    .min(0, 'must be from 0 to 65535')
    .max(65_535, 'must be from 0 to 65535')
    .default(4000),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'must not be empty').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'must start with postgres://')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as America/Bogota')
    .default('America/Bogota'),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]+/, 'must start with smtp:// or smtps://')
    .refine((address) => URL.canParse(address), 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]@[^\s<>@]+>?$/, 'must be an e-mail address')
    .optional(),
  INTERNAL_HOSTS: z
    .string()
    .transform(readInternalHosts)
    .refine((web) => web !== null, 'must be names or IP addresses with commas between them')
    .optional(),
  LINKEDIN_VERSIONS: z
    .string()
    .regex(/^20\d{4}( *, *20\d{4})*$/, 'must be months such as 202610 with commas between them')
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine(
      (setting) => readTrustedProxies(setting) !== undefined,
      'must be loopback, addresses or ranges with commas, how many proxies there are, or none',
    )
    .default('loopback'),
  MAX_CONNECTIONS: wholeNumber(10, 1_000_000).default(connectionBounds.inAll),
  CONNECTIONS_PER_ADDRESS: wholeNumber(4, 1_000_000).default(connectionBounds.fromAddress),
  SESSION_IDLE_HOURS: wholeNumber(1, 24 * 7).default(12),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
      error: 'must be silent, fatal, error, warn, info, debug or trace',
    })
    .default('info'),
});

/** How this process runs, read once from the environment. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the SQLite file and the secret key. */
  dataDir: string;
  /** Absent: SQLite in `dataDir`. */
  databaseUrl: string | undefined;
  /** The address people type; decides whether cookies are Secure. */
  publicUrl: string | undefined;
  timeZone: string;
  /** Signs sessions and encrypts the networks' tokens at rest. */
  secretKey: string;
  /** The key was made now and is kept nowhere yet: `keepSecretKey` decides whether it may be. */
  isKeyNew: boolean;
  logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  /** Who is let in from where, for how long and how many at once. */
  door: {
    trustsProxy: TrustsProxy | undefined;
    connections: ConnectionBounds;
    /** In milliseconds. */
    sessionIdle: number;
    metricsToken: string | undefined;
  };
  /** Absent: nothing is sent by e-mail. */
  mail: MailSettings | undefined;
  /** Absent: no address that people type leads to anything but the public internet. */
  web: WebAccess | undefined;
  /** Absent: each connector's own. */
  networkVersions: NetworkVersions | undefined;
}

/** A wrong environment value; the message is one line that names the variable and why. */
export class ConfigError extends Error {}

/** Where the secret key of an installation is kept that names none. */
export function secretKeyPath(dataDir: string): string {
  return join(dataDir, 'secret-key');
}

/**
 * Reads the secret key that is kept in a folder; absent when there is none.
 * @throws {ConfigError} when it is no longer whole.
 */
export function findSecretKey(dataDir: string): string | undefined {
  const path = secretKeyPath(dataDir);
  if (!existsSync(path)) return undefined;
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new ConfigError(`${path}: the secret key is empty or cut short`);
  return secret;
}

function mailOf({
  SMTP_URL: smtpUrl,
  MAIL_FROM: from,
  PUBLIC_URL: publicUrl,
}: z.infer<typeof Environment>): MailSettings | undefined {
  if (smtpUrl === undefined) return undefined;
  if (from === undefined) throw new ConfigError('MAIL_FROM: must be given with SMTP_URL');
  return { smtpUrl, from, publicUrl };
}

function versionsOf({
  LINKEDIN_VERSIONS: linkedin,
}: z.infer<typeof Environment>): NetworkVersions | undefined {
  return linkedin === undefined
    ? undefined
    : { linkedin: linkedin.split(',').map((month) => month.trim()) };
}

function doorOf(values: z.infer<typeof Environment>): Config['door'] {
  return {
    trustsProxy: readTrustedProxies(values.TRUST_PROXY),
    connections: {
      inAll: values.MAX_CONNECTIONS,
      fromAddress: values.CONNECTIONS_PER_ADDRESS,
    },
    sessionIdle: values.SESSION_IDLE_HOURS * 3_600_000,
    metricsToken: values.METRICS_TOKEN,
  };
}

/**
 * Reads the environment into a Config. Makes `DATA_DIR`, and closes it and what is in it to other users of
 * the machine.
 * @throws {ConfigError} when a value is malformed or the folder cannot be written.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const known = Object.fromEntries(
    Object.keys(Environment.shape)
      .filter((name) => environment[name] !== undefined && environment[name] !== '')
      .map((name) => [name, environment[name]]),
  );
  const parsed = Environment.safeParse(known);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  const mail = mailOf(values);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const secretKey = values.SECRET_KEY ?? findSecretKey(dataDir);
    keepFolderPrivate(dataDir);
    return {
      port: values.PORT,
      host: values.HOST,
      dataDir,
      databaseUrl: values.DATABASE_URL,
      publicUrl: values.PUBLIC_URL,
      timeZone: values.TIME_ZONE,
      secretKey: secretKey ?? randomBytes(48).toString('base64url'),
      isKeyNew: secretKey === undefined,
      logLevel: values.LOG_LEVEL,
      door: doorOf(values),
      mail,
      web: values.INTERNAL_HOSTS ?? undefined,
      networkVersions: versionsOf(values),
    };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`DATA_DIR: ${(error as Error).message}`);
  }
}
