import type Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { letOthersIn } from '../let-others-in.ts';
import type { OpenDatabase } from './connection.ts';
import type { Tables } from './schema.ts';

/** Where a bulk load goes. Names are as in the database, never from outside. */
export interface BulkTarget {
  table: string;
  columns: readonly string[];
  /** What to do with a row whose key is there already; an error when absent. */
  onConflict?: {
    key: readonly string[];
    update: readonly string[];
    /** Only rows in which one of these columns differs are updated; absent: all. */
    ifChanged?: readonly string[];
    /** Only rows of which this column is no later than what comes are updated; absent: all. */
    onlyIfLater?: string;
  };
}

type Value = string | number | null;

function insertText(target: BulkTarget, values: string): string {
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const head = `insert into "${target.table}" (${quoted(target.columns)}) ${values}`;
  if (!target.onConflict) return head;
  const { key, update, ifChanged = [], onlyIfLater } = target.onConflict;
  const conflict = `${head} on conflict (${quoted(key)}) do`;
  if (update.length === 0) return `${conflict} nothing`;
  const set = update.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  const differs = ifChanged
    .map((name) => `"${target.table}"."${name}" is distinct from excluded."${name}"`)
    .join(' or ');
  const later = onlyIfLater && `"${target.table}"."${onlyIfLater}" <= excluded."${onlyIfLater}"`;
  const wanted = [differs && `(${differs})`, later].filter(Boolean).join(' and ');
  return `${conflict} update set ${set}${wanted ? ` where ${wanted}` : ''}`;
}

/** Prepared statements by their text: few, and their memory is not the garbage collector's to see. */
const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement of many runs, prepared once. */
export function statementOf(sqlite: Database.Database, text: string): Database.Statement {
  const known = statements.get(sqlite) ?? new Map<string, Database.Statement>();
  statements.set(sqlite, known);
  const statement = known.get(text) ?? sqlite.prepare(text);
  known.set(text, statement);
  return statement;
}

/** Rows of SQLite, of some twenty microseconds each, between two looks at the time. */
export const rowsBetweenLooks = 16;

/** Rows a statement on PostgreSQL: it takes at most 65,535 parameters. */
const parametersPerStatement = 30_000;

/**
 * Inserts many rows inside a write under way: one prepared statement run per row on SQLite,
 * many rows a statement on PostgreSQL.
 */
export async function bulkInsert(
  database: OpenDatabase,
  write: { db: Kysely<Tables> },
  target: BulkTarget,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const width = target.columns.length;
  if (database.sqlite) {
    const marks = target.columns.map(() => '?').join(', ');
    const statement = statementOf(database.sqlite, insertText(target, `values (${marks})`));
    let at = 0;
    for (const row of rows) {
      statement.run(row);
      const others = at % rowsBetweenLooks === 0 ? letOthersIn() : undefined;
      if (others) await others;
      at += 1;
    }
    return;
  }
  const perStatement = Math.floor(parametersPerStatement / width);
  for (let start = 0; start < rows.length; start += perStatement) {
    const some = rows.slice(start, start + perStatement);
    const tuples = some.map((row) => sql`(${sql.join(row)})`);
    const [before, after] = insertText(target, 'values \u0000').split('\u0000');
    await sql`${sql.raw(before ?? '')}${sql.join(tuples)}${sql.raw(after ?? '')}`.execute(write.db);
  }
}
