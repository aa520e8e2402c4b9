import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { inject, onTestFinished } from 'vitest';
import type { Actor, ActorContext, House } from '../../server/context.ts';
import { openDatabase } from '../../server/database/connection.ts';
import { createCaller } from '../../server/http/router.ts';
import type { Role } from '../../shared/accounts/roles.ts';
import { newestTemplate } from './newest-template.ts';

/** Where the database of one test is, so that another process can open it too. */
export interface TestPlace {
  dataDir: string;
  databaseUrl: string | undefined;
  remove(): Promise<void>;
}

export const isPostgres = process.env.TEST_DIALECT === 'postgres';

async function onPostgres(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The file that a run migrated for its tests to copy; absent where the run has none. */
function newestFile(): string | undefined {
  return inject('newestFile') as string | undefined;
}

/**
 * A database of the dialect under test, removed by `remove`: empty, or with every migration
 * applied already, which is quicker than applying them.
 */
export async function makePlace(from: 'nothing' | 'newest' = 'nothing'): Promise<TestPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'altavoz-test-'));
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const template = from === 'newest' ? ` template ${newestTemplate}` : '';
  if (isPostgres) await onPostgres(`create database ${name}${template}`);
  const file = from === 'newest' && !isPostgres ? newestFile() : undefined;
  if (file) copyFileSync(file, join(dataDir, 'altavoz.db'));
  return {
    dataDir,
    databaseUrl: isPostgres ? inject('postgresUrl').replace(/\/postgres$/, `/${name}`) : undefined,
    async remove() {
      if (isPostgres) await onPostgres(`drop database if exists ${name} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A house whose clock the test sets. */
export interface TestHouse extends House {
  place: TestPlace;
  setNow(instant: string): void;
}

/** The servers that tests start listen on this machine alone. */
export const loopbackToo = { mayReach: (ip: string) => ip === '127.0.0.1' };

export const testSecret = 'a secret key of the tests, long enough';

/** Opens another house on the same database, as a second process would. */
export async function openHouseAt(
  place: TestPlace,
  start = '2026-11-22T15:00:00Z',
): Promise<TestHouse> {
  let now = new Date(start);
  const database = await openDatabase(place);
  onTestFinished(() => database.close());
  return {
    place,
    database,
    log: pino({ level: 'silent' }),
    now: () => now,
    setNow(instant) {
      now = new Date(instant);
    },
    timeZone: 'America/Bogota',
    secretKey: testSecret,
    isDemo: false,
    web: loopbackToo,
  };
}

/** A house on a new database; both go when the test ends. Midday of 22 November 2026 in Bogotá minus two hours. */
export async function makeHouse(): Promise<TestHouse> {
  const place = await makePlace('newest');
  onTestFinished(() => place.remove());
  return openHouseAt(place);
}

export function actorOf(role: Role): Actor {
  return { id: null, name: `Persona ${role}`, role };
}

/** The verbs' context for a person of a role. */
export function as(house: House, role: Role): ActorContext {
  return { ...house, actor: actorOf(role) };
}

/** The router's caller for a person of a role; without a role, for nobody. */
export function callerAs(house: House, role?: Role) {
  return createCaller({ ...house, actor: role ? actorOf(role) : null });
}

/** The audit rows of a record, oldest first. */
export async function auditOf(house: House, recordId: string) {
  return house.database.db
    .selectFrom('audit')
    .selectAll()
    .where('recordId', '=', recordId)
    .orderBy('at')
    .execute();
}

/** The failure that a refused call carries. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    const cause = (error as { cause?: { failure?: unknown } }).cause ?? error;
    return (cause as { failure?: unknown }).failure ?? cause;
  }
  throw new Error('the call was expected to fail');
}
