import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect } from 'vitest';
import { EmbeddedDialect } from '../../server/database/embedded-dialect.ts';
import { migrations } from '../../server/database/migrations/list.ts';
import { openSqliteFile } from '../../server/database/sqlite.ts';
import { isPostgres, type TestPlace } from './house.ts';

/** A database as an older version left it. */
export async function makeOlder(
  place: TestPlace,
  last: string,
  rows: readonly string[],
): Promise<void> {
  const dialect = isPostgres
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: place.databaseUrl }) })
    : new EmbeddedDialect(openSqliteFile(join(place.dataDir, 'altavoz.db')));
  const db = new Kysely<object>({ dialect });
  const listed = migrations(isPostgres ? 'postgres' : 'sqlite');
  const migrator = new Migrator({ db, provider: { getMigrations: async () => listed } });
  const { error } = await migrator.migrateTo(last);
  expect(error).toBeUndefined();
  for (const row of rows) await sql.raw(row).execute(db);
  await db.destroy();
}
