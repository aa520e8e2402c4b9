import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from './connection.ts';
import { makePrivateFile } from './private-files.ts';
import { DatabaseRefused, refusalOf } from './refused.ts';
import { differenceSentence } from './schema-check/compare-schemas.ts';
import { listSqliteDifferences } from './schema-check/sqlite-differences.ts';

const fileName = 'altavoz.db';

/** What SQLite may keep beside a database file while it is in use. */
const companions = ['', '-wal', '-shm'];

/**
 * @throws {DatabaseRefused} when the file is damaged anywhere, was never one of ours, or has been given
 * something that its migrations do not make, such as a trigger that would act on what people write.
 */
async function examineWhole(path: string): Promise<void> {
  let file: Database.Database | undefined;
  try {
    file = new Database(path, { readonly: true, fileMustExist: true });
    const verdict = file.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') throw new DatabaseRefused(path, 'corrupt', String(verdict));
    const isOurs = file
      .prepare("select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'")
      .get();
    if (!isOurs) throw new DatabaseRefused(path, 'corrupt', 'it holds no tables of Altavoz');
    const differences = (await listSqliteDifferences(file)).map(differenceSentence);
    if (differences.length > 0) throw new DatabaseRefused(path, 'changed', differences.join('; '));
  } catch (error) {
    throw refusalOf(path, error, 'corrupt');
  } finally {
    file?.close();
  }
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
  // A journal without its database would be taken for one of the back-up.
  if (!companions.some((companion) => existsSync(current + companion))) return undefined;
  if (existsSync(current)) refuseWhileInUse(current);
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const kept = join(dataDir, `altavoz-before-restore-${stamp}.db`);
  for (const companion of companions) {
    if (existsSync(current + companion)) renameSync(current + companion, kept + companion);
  }
  return kept;
}

const stagingStart = 'restore-';

/** Removes what restores left that were killed before the database moved: what a start finds is of none that goes on. */
export function removeLeftRestores(dataDir: string): void {
  const left = new RegExp(`^${stagingStart}\\w{6}$`);
  for (const name of readdirSync(dataDir).filter((one) => left.test(one))) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

/**
 * Puts a back-up in the place of the database of a folder. The back-up is copied, examined whole
 * and brought to the newest migration first; only then does the present file move aside, where
 * it is kept.
 * @returns the path where the earlier database is kept; absent when there was none.
 * @throws {DatabaseRefused} when the back-up is damaged, foreign, changed or newer; nothing has changed then.
 */
export async function restoreSqlite(
  file: string,
  dataDir: string,
  now: Date,
): Promise<string | undefined> {
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  const staging = mkdtempSync(join(dataDir, stagingStart));
  try {
    const copy = join(staging, fileName);
    makePrivateFile(copy);
    copyFileSync(file, copy);
    await examineWhole(copy);
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
