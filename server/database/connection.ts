import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { EmbeddedDialect } from './embedded-dialect.ts';
import { faultOf } from './fault.ts';
import { type AroundMigrations, migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { refusalOf } from './refused.ts';
import type { Tables } from './schema.ts';
import { openSqliteFile } from './sqlite.ts';
import type { WriteTurns } from './write-turn.ts';

export type Dialect = 'sqlite' | 'postgres';

/** One open database, whichever kind. */
export interface OpenDatabase {
  dialect: Dialect;
  /** Columns are snake_case in the database and camelCase here. */
  db: Kysely<Tables>;
  /** The handle under `db` that writes, for bulk paths inside a write; absent on PostgreSQL. */
  sqlite: Database.Database | undefined;
  /** The handle under `db` that reads what was stored last, whoever writes; absent on PostgreSQL. */
  reader: Database.Database | undefined;
  /** Where writes wait before they take a connection from those that reads need; absent on SQLite. */
  writeTurns: WriteTurns | undefined;
  close(): Promise<void>;
}

function openSqlite(path: string): OpenDatabase {
  const handles = openSqliteFile(path);
  const db = new Kysely<Tables>({
    dialect: new EmbeddedDialect(handles),
    plugins: [new CamelCasePlugin()],
  });
  return {
    dialect: 'sqlite',
    db,
    sqlite: handles.writer,
    reader: handles.reader,
    writeTurns: undefined,
    close: () => db.destroy(),
  };
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
