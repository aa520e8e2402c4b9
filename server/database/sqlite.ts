import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { SqliteHandles } from './embedded-dialect.ts';
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

function openHandles(path: string): SqliteHandles {
  // SQLite gives what it keeps beside a file the mode of the file.
  for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) makePrivateFile(path + end);
  const writer = new Database(path, { timeout: 2_000 });
  writer.pragma('journal_mode = WAL');
  // `WriteAheadLog` waits for the disk, beside the event loop.
  writer.pragma('synchronous = NORMAL');
  writer.pragma('foreign_keys = ON');
  // From here on, who waits for another process waits in `WriteTurns`, beside the event loop.
  writer.pragma('busy_timeout = 0');
  const reader = new Database(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
  for (const handle of [writer, reader]) handle.pragma('temp_store = MEMORY');
  reader.pragma('cache_size = -65536');
  // What a commit still has to write, all at once, is at most what this holds.
  writer.pragma('cache_size = -8192');
  return { writer, reader };
}

/**
 * Opens (or makes) the file with WAL, foreign keys and full durability of acknowledged writes; and
 * once more for reading, which in WAL mode waits for no write.
 * @throws {DatabaseRefused} as `examineSqliteFile`.
 */
export function openSqliteFile(path: string): SqliteHandles {
  if (!existsSync(path)) makeNewFile(path);
  examineSqliteFile(path);
  try {
    return openHandles(path);
  } catch (error) {
    throw refusalOf(path, error, 'unreachable');
  }
}
