import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { SqliteHandles } from './embedded-dialect.ts';
import { migrations } from './migrations/list.ts';
import { makePrivateFile } from './private-files.ts';
import { DatabaseRefused } from './refused.ts';

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
 * @throws {DatabaseRefused} when it is not a SQLite database, a small enough one is damaged, or
 * a newer version wrote it.
 */
function examineSqliteFile(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) return;
  let file: Database.Database | undefined;
  try {
    file = new Database(path, { readonly: true, fileMustExist: true });
    file.prepare('select count(*) from sqlite_master').get();
    if (statSync(path).size <= checkedAtStartBytes) {
      const verdict = file.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') throw new DatabaseRefused(path, 'corrupt', String(verdict));
    }
    refuseNewer(file, path);
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error;
    throw new DatabaseRefused(path, 'corrupt', (error as Error).message);
  } finally {
    file?.close();
  }
}

/**
 * Opens (or makes) the file with WAL, foreign keys and full durability of acknowledged writes; and
 * once more for reading, which in WAL mode waits for no write.
 */
export function openSqliteFile(path: string): SqliteHandles {
  examineSqliteFile(path);
  // SQLite gives what it keeps beside a file the mode of the file.
  for (const end of ['', '-wal', '-shm'])
    if (end === '' || existsSync(path + end)) makePrivateFile(path + end);
  const writer = new Database(path, { timeout: 2_000 });
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  // From here on, who waits for another process waits in `WriteTurns`, beside the event loop.
  writer.pragma('busy_timeout = 0');
  const reader = new Database(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
  for (const handle of [writer, reader]) {
    handle.pragma('cache_size = -65536');
    handle.pragma('temp_store = MEMORY');
  }
  return { writer, reader };
}
