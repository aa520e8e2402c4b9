import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { isBeingMade, noteCopy, removeCopy } from './left-copies.ts';
import { makePrivateFile } from './private-files.ts';

/** How much of a copy is made, told as it goes on. */
export type CopyProgress = (copied: { pages: number; of: number }) => void;

/** Pages of 4 KiB copied before others have their turn: some milliseconds of a disk. */
const pagesAtATime = 1_000;

function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Copies what the file holds at this moment. The transaction keeps what was committed when it began in
 * sight: without it, the copy would begin again at every write of another process, for as long as they write.
 */
async function copyPages(from: string, to: string, progress: CopyProgress): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        progress({ pages: totalPages - remainingPages, of: totalPages });
        return pagesAtATime;
      },
    });
  } finally {
    source.close();
  }
}

/**
 * Copies a database file while it is in use, as it is when the copy begins, without stopping its writers
 * and without migrating it: in a time that follows its size, however much is written meanwhile. The copy
 * appears under its name only when it is whole and flushed; what a process that is killed leaves of it is
 * removed when the program starts.
 * @throws {Error} with a sentence when the source is not a database or the copy cannot be written.
 */
export async function backUpSqlite(
  from: string,
  to: string,
  progress: CopyProgress = () => undefined,
): Promise<void> {
  if (!existsSync(from)) throw new Error(`${from} does not exist: there is nothing to back up`);
  if (statSync(from).size === 0) throw new Error(`${from} is empty: there is nothing to back up`);
  if (existsSync(to)) throw new Error(`${to} exists already: name a new file`);
  const partial = `${to}.partial`;
  if (isBeingMade(partial)) throw new Error(`${to} is being made by another process`);
  removeCopy(partial);
  const forgetNote = noteCopy(dirname(from), partial);
  try {
    makePrivateFile(partial);
    await copyPages(from, partial, progress);
    // A copy in one file: a database in WAL mode would leave two more beside it when read.
    const copy = new Database(partial);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    flush(partial);
    renameSync(partial, to);
  } catch (error) {
    removeCopy(partial);
    throw new Error(`the back-up was not made: ${(error as Error).message}`, { cause: error });
  } finally {
    forgetNote();
  }
}
