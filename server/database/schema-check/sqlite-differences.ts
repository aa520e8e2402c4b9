import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrations } from '../migrations/list.ts';
import { compareSchemas, type SchemaDifference, type SchemaPart } from './compare-schemas.ts';

/** Those of the tool that applies migrations; and what SQLite keeps for itself, of which an index has no text. */
const ownOfTools = `type = 'table' and
  name in ('kysely_migration', 'kysely_migration_lock', 'sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')`;

/** The tables in which a search keeps its words are written by SQLite, each version in its way. */
const isShadow = `name in (select name from pragma_table_list where type = 'shadow')`;

function readParts(file: Database.Database): SchemaPart[] {
  const rows = file
    .prepare(
      `select type || ' ' || name as name,
         tbl_name || ': ' || case when ${isShadow} then '' else sql end as text from sqlite_master
       where not (${ownOfTools}) and not (type = 'index' and sql is null)`,
    )
    .all();
  return rows as SchemaPart[];
}

function listApplied(file: Database.Database): string[] {
  return file.prepare('select name from kysely_migration').pluck().all() as string[];
}

/** What the migrations make of an empty file. */
async function makeExpected(applied: ReadonlySet<string>): Promise<SchemaPart[]> {
  const file = new Database(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: file }) });
  try {
    for (const [name, { up }] of Object.entries(migrations('sqlite'))) {
      if (applied.has(name)) await up(db);
    }
    return readParts(file);
  } finally {
    await db.destroy();
  }
}

/**
 * Holds the tables, indexes, triggers and views of a file against those that the migrations applied to it
 * make. Nothing is said of a file that a newer version migrated.
 */
export async function listSqliteDifferences(file: Database.Database): Promise<SchemaDifference[]> {
  const applied = new Set(listApplied(file));
  const known = new Set(Object.keys(migrations('sqlite')));
  if ([...applied].some((name) => !known.has(name))) return [];
  return compareSchemas(await makeExpected(applied), readParts(file));
}
