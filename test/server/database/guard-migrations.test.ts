import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../server/database/connection.ts';
import { EmbeddedDialect } from '../../../server/database/embedded-dialect.ts';
import { guardMigrations } from '../../../server/database/guard-migrations.ts';
import { migrations } from '../../../server/database/migrations/list.ts';
import { openSqliteFile } from '../../../server/database/sqlite.ts';
import { isPostgres, makePlace, type TestPlace } from '../../support/house.ts';

const listed = migrations(isPostgres ? 'postgres' : 'sqlite');
const names = Object.keys(listed);

/** A database as the version before left it. */
async function leaveOlder(place: TestPlace): Promise<void> {
  const dialect = isPostgres
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: place.databaseUrl }) })
    : new EmbeddedDialect(openSqliteFile(join(place.dataDir, 'altavoz.db')));
  const db = new Kysely<object>({ dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => listed } });
  await migrator.migrateTo(names.at(-2) ?? '');
  await db.destroy();
}

function watch(place: TestPlace) {
  const log: Record<string, unknown>[] = [];
  const stream = { write: (line: string) => log.push(JSON.parse(line)) };
  let day = 0;
  const now = () => new Date(Date.UTC(2026, 10, 22 + day++));
  const open = async () => {
    const around = guardMigrations(place.dataDir, pino({ level: 'debug' }, stream), now);
    await (await openDatabase(place, around)).close();
  };
  const copies = () =>
    readdirSync(place.dataDir).filter((name) => name.startsWith('altavoz-before-migration-'));
  return { log, open, copies };
}

test('a start says which migrations it applies, and copies the database that was there first', async () => {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  await leaveOlder(place);
  const { log, open, copies } = watch(place);
  await open();
  const missing = [names.at(-1)];
  expect(log.find(({ migrations }) => migrations)).toMatchObject({ migrations: missing });
  if (isPostgres) {
    expect(log[0]).toMatchObject({ missing, msg: expect.stringContaining('pg_dump') });
    expect(copies()).toEqual([]);
    return;
  }
  const [copy = ''] = copies();
  const path = join(place.dataDir, copy);
  expect(log[0]).toMatchObject({ missing, copy: path });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const file = new Database(path, { readonly: true });
  const applied = file.prepare('select name from kysely_migration order by name').pluck().all();
  file.close();
  expect(applied).toEqual(names.slice(0, -1).sort());
  await open();
  expect(copies()).toHaveLength(1);
});

test('a new database is not copied', async () => {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  const { log, open, copies } = watch(place);
  await open();
  expect(copies()).toEqual([]);
  expect(log).toMatchObject([{ level: 20, migrations: names }]);
});

test.skipIf(isPostgres)('of such copies the newest three are kept', async () => {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  const { open, copies } = watch(place);
  for (let time = 0; time < 5; time += 1) {
    for (const end of ['', '-wal', '-shm']) {
      rmSync(join(place.dataDir, `altavoz.db${end}`), { force: true });
    }
    await leaveOlder(place);
    await open();
  }
  const days = copies().map((name) => name.slice('altavoz-before-migration-'.length).slice(0, 10));
  expect(days.toSorted()).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
});
