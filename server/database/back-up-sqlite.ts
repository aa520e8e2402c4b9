import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { makePrivateFile } from './private-files.ts';

function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Copies a database file page by page while it is in use, without stopping its writers and
 * without migrating it. The copy appears under its name only when it is whole and flushed.
 * @throws {Error} with a sentence when the source is not a database or the copy cannot be written.
 */
export async function backUpSqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new Error(`${from} does not exist: there is nothing to back up`);
  if (existsSync(to)) throw new Error(`${to} exists already: name a new file`);
  const partial = `${to}.partial`;
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    makePrivateFile(partial);
    await source.backup(partial);
    // A copy in one file: a database in WAL mode would leave two more beside it when read.
    const copy = new Database(partial);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    flush(partial);
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new Error(`the back-up was not made: ${(error as Error).message}`);
  } finally {
    source.close();
  }
}
