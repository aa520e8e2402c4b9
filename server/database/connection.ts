import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { faultOf } from './fault.ts';
import { type AroundMigrations, migrate } from './migrate.ts';
import { refusalOf } from './refused.ts';
import type { Tables } from './schema.ts';
import { EmbeddedDialect, openSqliteFile } from './sqlite.ts';
import { tellingPool } from './telling-pool.ts';

export type Dialect = 'sqlite' | 'postgres';

/** One open database, whichever kind. */
export interface OpenDatabase {
  dialect: Dialect;
  /** Columns are snake_case in the database and camelCase here. */
  db: Kysely<Tables>;
  /** The handle under `db`, for bulk paths and back-ups; absent on PostgreSQL. */
  sqlite: Database.Database | undefined;
  close(): Promise<void>;
}

const int8 = 20;
const numeric = 1700;

/** Opens a pool; its library is loaded here, since most houses are on SQLite and start without it. */
async function openPostgres(url: string): Promise<OpenDatabase> {
  const { default: postgres } = await import('pg');
  // Counts and whole pesos arrive as numbers; every other type as the library gives it.
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: unknown) =>
      oid === int8 || oid === numeric
        ? (text: string) => Number(text)
        : postgres.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new postgres.Pool({ connectionString: url, max: 10, types });
  // An idle connection that the server drops must not end the process: the next query opens another.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: tellingPool(pool) }),
    plugins: [new CamelCasePlugin()],
  });
  return { dialect: 'postgres', db, sqlite: undefined, close: () => db.destroy() };
}

function openSqlite(path: string): OpenDatabase {
  const file = openSqliteFile(path);
  const db = new Kysely<Tables>({
    dialect: new EmbeddedDialect(file),
    plugins: [new CamelCasePlugin()],
  });
  return { dialect: 'sqlite', db, sqlite: file, close: () => db.destroy() };
}

/**
 * Opens the database that the configuration names and brings it to the newest migration.
 * @throws {DatabaseRefused} when it is damaged, newer than this version, or out of reach.
 */
export async function openDatabase(
  where: {
    databaseUrl: string | undefined;
    dataDir: string;
  },
  around?: AroundMigrations,
): Promise<OpenDatabase> {
  const database = where.databaseUrl
    ? await openPostgres(where.databaseUrl)
    : openSqlite(join(where.dataDir, 'altavoz.db'));
  try {
    await migrate(database, around);
    return database;
  } catch (error) {
    await database.close();
    throw faultOf(error) ? refusalOf('The database', error, 'unreachable') : error;
  }
}
