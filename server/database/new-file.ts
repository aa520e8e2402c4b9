import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { makePrivateFile } from './private-files.ts';
import { DatabaseRefused, refusalOf } from './refused.ts';

/** What was written last and never moved into the file: it does not outlive the file by itself. */
function refuseOrphan(path: string): void {
  const journal = `${path}-wal`;
  if (!existsSync(journal) || statSync(journal).size === 0) return;
  throw new DatabaseRefused(path, 'lost', `the file is gone, and ${journal} is there`);
}

/** Gives the file its name unless another process was quicker: there is one database. */
function nameNew(young: string, path: string): void {
  try {
    linkSync(young, path);
  } catch (error) {
    if (existsSync(path)) return;
    // Disks of other systems know one name a file.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(String((error as { code?: unknown }).code))) {
      throw error;
    }
    renameSync(young, path);
  }
}

/**
 * Makes a database file without tables. It is never seen empty: an empty file is one that was lost, and
 * another process may look at any moment.
 * @throws {DatabaseRefused} when the folder cannot be written, or the file was there and is gone.
 */
export function makeNewFile(path: string): void {
  const young = `${path}-new-${randomUUID()}`;
  try {
    refuseOrphan(path);
    makePrivateFile(young);
    const file = new Database(young);
    file.pragma('journal_mode = WAL');
    // Something has to be written for there to be a first page.
    file.pragma('user_version = 0');
    file.close();
    nameNew(young, path);
  } catch (error) {
    throw refusalOf(path, error, 'unreachable');
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(young + end, { force: true });
  }
}
