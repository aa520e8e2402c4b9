import { type Kysely, sql } from 'kysely';
import { letOthersIn } from '../let-others-in.ts';
import { rowsBetweenLooks, statementOf } from './bulk-insert.ts';
import type { OpenDatabase } from './connection.ts';
import type { Tables } from './schema.ts';

type Value = string | number | null;

/** JSON has no half of a pair of surrogates that PostgreSQL reads. */
const readable = (value: Value | undefined) =>
  typeof value === 'string' ? Buffer.from(value).toString() : (value ?? null);

/** Which rows of which table are changed in which columns. Names are as in the database, never from outside. */
export interface UpdateTarget {
  table: string;
  columns: readonly string[];
}

/** A row by its `id`, and what its columns are to be, in their order. */
export interface UpdatedRow {
  id: string;
  values: readonly Value[];
}

const rowsPerStatement = 500;

/**
 * Gives many rows other values inside a write under way: one prepared statement run per row on SQLite,
 * many rows a statement on PostgreSQL, which reads them as rows of the table.
 */
export async function bulkUpdate(
  database: OpenDatabase,
  { db }: { db: Kysely<Tables> },
  { table, columns }: UpdateTarget,
  rows: readonly UpdatedRow[],
): Promise<void> {
  if (database.sqlite) {
    const set = columns.map((name) => `"${name}" = ?`).join(', ');
    const text = `update "${table}" set ${set} where "id" = ?`;
    const statement = statementOf(database.sqlite, text);
    for (const [at, { id, values }] of rows.entries()) {
      statement.run(...values, id);
      const others = at % rowsBetweenLooks === 0 ? letOthersIn() : undefined;
      if (others) await others;
    }
    return;
  }
  const set = columns.map((name) => `"${name}" = given."${name}"`).join(', ');
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const given = rows.slice(start, start + rowsPerStatement).map(({ id, values }) => ({
      id,
      ...Object.fromEntries(columns.map((name, at) => [name, readable(values[at])])),
    }));
    await sql`
      update ${sql.table(table)} set ${sql.raw(set)}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(given)}::jsonb) given
      where ${sql.table(table)}.id = given.id
    `.execute(db);
  }
}
