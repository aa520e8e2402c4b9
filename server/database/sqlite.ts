import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { migrations } from './migrations/list.ts';
import { makeNewFile } from './new-file.ts';
import { makePrivateFile } from './private-files.ts';
import { DatabaseRefused, refusalOf } from './refused.ts';

const checkedAtStartBytes = 64 * 1024 * 1024;

function refuseNewer(file: Database.Database, path: string): void {
  const known = migrations('sqlite');
  const isKept = file
    .prepare("select 1 from sqlite_master where name = 'kysely_migration' and type = 'table'")
    .get();
  if (!isKept) return;
  const applied = file.prepare('select name from kysely_migration').pluck().all() as string[];
  const unknown = applied.find((name) => !(name in known));
  if (unknown) throw new DatabaseRefused(path, 'newer', `it holds ${unknown}`);
}

/**
 * Looks at an existing file without writing to it.
 * @throws {DatabaseRefused} when it is empty, not to be written, not a SQLite database, a small enough one
 * is damaged, or a newer version wrote it.
 */
function examineSqliteFile(path: string): void {
  let file: Database.Database | undefined;
  try {
    if (statSync(path).size === 0) throw new DatabaseRefused(path, 'lost', 'the file is empty');
    accessSync(path, constants.R_OK | constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    file = new Database(path, { readonly: true, fileMustExist: true });
    file.prepare('select count(*) from sqlite_master').get();
    if (statSync(path).size <= checkedAtStartBytes) {
      const verdict = file.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') throw new DatabaseRefused(path, 'corrupt', String(verdict));
    }
    refuseNewer(file, path);
  } catch (error) {
    throw refusalOf(path, error, 'corrupt');
  } finally {
    file?.close();
  }
}

function openWritable(path: string): Database.Database {
  // SQLite gives what it keeps beside a file the mode of the file.
  for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) makePrivateFile(path + end);
  const file = new Database(path, { timeout: 2_000 });
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('cache_size = -65536');
  file.pragma('temp_store = MEMORY');
  return file;
}

/**
 * Opens (or makes) the file with WAL, foreign keys and full durability of acknowledged writes.
 * @throws {DatabaseRefused} as `examineSqliteFile`.
 */
export function openSqliteFile(path: string): Database.Database {
  if (!existsSync(path)) makeNewFile(path);
  examineSqliteFile(path);
  try {
    return openWritable(path);
  } catch (error) {
    throw refusalOf(path, error, 'unreachable');
  }
}

/** Keeps prepared statements by their text: preparing costs ten times what a small read does. */
function withStatementCache(file: Database.Database, capacity = 500): SqliteDatabase {
  const statements = new Map<string, Database.Statement>();
  return {
    close: () => file.close(),
    prepare(sql) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = file.prepare(sql);
        const oldest = statements.keys().next();
        if (statements.size >= capacity && !oldest.done) statements.delete(oldest.value);
        statements.set(sql, statement);
      }
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>;
    },
  };
}

/**
 * Begins with the write lock: a deferred transaction that reads first and writes later is
 * refused at once by SQLite when another process wrote between the two.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #file: Database.Database;

  constructor(file: Database.Database) {
    super({ database: withStatementCache(file) });
    this.#file = file;
  }

  /** Of a full disk SQLite undoes the transaction itself: undoing it again would fail, and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's SQLite dialect with immediate transactions, transactional migrations and a statement cache. */
export class EmbeddedDialect extends SqliteDialect {
  readonly #file: Database.Database;

  constructor(file: Database.Database) {
    super({ database: withStatementCache(file) });
    this.#file = file;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#file);
  }

  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
}
