import type Database from 'better-sqlite3';
import type { OpenDatabase } from '../../../server/database/connection.ts';

/** Times in seconds. */
const seconds = (from: bigint) => Number(process.hrtime.bigint() - from) / 1e9;

/**
 * The floor of loading: the rows that a table of the loaded database got, inserted into an equal
 * table of an empty one by a prepared statement, all in one transaction.
 */
export interface RawCopy {
  /** Inserts what the table got since the last call, as it stands in the loaded database. */
  follow(): void;
  /** Commits and returns the time that inserting and committing took. */
  finish(): number;
}

function sqliteOf(database: OpenDatabase): Database.Database {
  if (!database.sqlite) throw new Error('the bench compares with raw inserts on SQLite');
  return database.sqlite;
}

function insertInto(file: Database.Database, table: string): Database.Statement {
  const columns = file.pragma(`table_info("${table}")`) as unknown[];
  return file.prepare(`insert into "${table}" values (${columns.map(() => '?').join(', ')})`);
}

/** Copies whole tables that the measured ones point at; not measured. */
export function copyParents(from: OpenDatabase, to: OpenDatabase, tables: readonly string[]): void {
  for (const table of tables) {
    const insert = insertInto(sqliteOf(to), table);
    for (const row of sqliteOf(from).prepare(`select * from "${table}"`).raw().all()) {
      insert.run(row);
    }
  }
}

/** Begins a copy of one table; `newRows` reads what came since the key it last returned. */
export function beginRawCopy(
  to: OpenDatabase,
  table: string,
  newRows: () => readonly unknown[],
): RawCopy {
  const file = sqliteOf(to);
  const insert = insertInto(file, table);
  let taken = 0;
  file.exec('begin immediate');
  return {
    follow() {
      const rows = newRows();
      const from = process.hrtime.bigint();
      for (const row of rows) insert.run(row);
      taken += seconds(from);
    },
    finish() {
      const from = process.hrtime.bigint();
      file.exec('commit');
      return taken + seconds(from);
    },
  };
}

/** Reads the rows of a table in the order they were inserted, each once. */
export function rowsSince(database: OpenDatabase, table: string): () => unknown[] {
  const file = sqliteOf(database);
  const select = file
    .prepare(`select rowid, * from "${table}" where rowid > ? order by rowid`)
    .raw();
  let last = 0;
  return () => {
    const rows = select.all(last) as unknown[][];
    last = (rows.at(-1)?.[0] as number | undefined) ?? last;
    return rows.map((row) => row.slice(1));
  };
}
