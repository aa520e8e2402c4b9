import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from './connection.ts';
import { makePrivateFile } from './private-files.ts';
import { DatabaseRefused } from './refused.ts';

const fileName = 'altavoz.db';

/** What SQLite may keep beside a database file while it is in use. */
const companions = ['', '-wal', '-shm'];

/** @throws {DatabaseRefused} when the file is damaged anywhere or was never one of ours. */
function examineWhole(path: string): void {
  let verdict: unknown;
  let isOurs: unknown;
  try {
    const file = new Database(path, { readonly: true, fileMustExist: true });
    verdict = file.pragma('integrity_check(1)', { simple: true });
    isOurs = file
      .prepare("select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'")
      .get();
    file.close();
  } catch (error) {
    throw new DatabaseRefused(path, 'corrupt', (error as Error).message);
  }
  if (verdict !== 'ok') throw new DatabaseRefused(path, 'corrupt', String(verdict));
  if (!isOurs) throw new DatabaseRefused(path, 'corrupt', 'it holds no tables of Altavoz');
}

/** In exclusive mode SQLite refuses a file that any other process has open. */
function refuseWhileInUse(path: string): void {
  const file = new Database(path, { timeout: 200 });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('begin exclusive; commit');
    file.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // A damaged file is what a restore is for: it is put aside as it is.
    if (!String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) return;
    throw new Error(`${path} is in use: stop Altavoz before restoring`);
  } finally {
    file.close();
  }
}

/** Puts the database of a folder aside under a name that says when; returns that name. */
function putAside(dataDir: string, now: Date): string | undefined {
  const current = join(dataDir, fileName);
  if (!existsSync(current)) return undefined;
  refuseWhileInUse(current);
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const kept = join(dataDir, `altavoz-before-restore-${stamp}.db`);
  for (const companion of companions) {
    if (existsSync(current + companion)) renameSync(current + companion, kept + companion);
  }
  return kept;
}

/**
 * Puts a back-up in the place of the database of a folder. The back-up is copied, examined whole
 * and brought to the newest migration first; only then does the present file move aside, where
 * it is kept.
 * @returns the path where the earlier database is kept; absent when there was none.
 * @throws {DatabaseRefused} when the back-up is damaged, foreign or newer; nothing has changed then.
 */
export async function restoreSqlite(
  file: string,
  dataDir: string,
  now: Date,
): Promise<string | undefined> {
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  const staging = mkdtempSync(join(dataDir, 'restore-'));
  try {
    const copy = join(staging, fileName);
    makePrivateFile(copy);
    copyFileSync(file, copy);
    examineWhole(copy);
    const database = await openDatabase({ dataDir: staging, databaseUrl: undefined });
    database.sqlite?.pragma('wal_checkpoint(TRUNCATE)');
    await database.close();
    const kept = putAside(dataDir, now);
    renameSync(copy, join(dataDir, fileName));
    return kept;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
