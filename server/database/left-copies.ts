import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const noteName = /^altavoz-copying-[\w-]+$/;
/** Copies beside the database, which are known without a note. */
const copyName = /\.db\.partial$/;

/** Removes a copy that is not whole, with what SQLite keeps beside it. */
export function removeCopy(partial: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(partial + end, { force: true });
}

/**
 * Notes in a folder where a copy is being made, for whoever starts after it was killed. A folder that
 * cannot be written keeps no note, and the copy is made all the same.
 * @returns what forgets the note.
 */
export function noteCopy(folder: string, partial: string): () => void {
  const note = join(folder, `altavoz-copying-${randomUUID()}`);
  try {
    writeFileSync(note, partial, { mode: 0o600, flag: 'wx' });
  } catch {
    return () => undefined;
  }
  return () => rmSync(note, { force: true });
}

/** Whether a process makes that copy at this moment: it has it locked. */
export function isBeingMade(partial: string): boolean {
  if (!existsSync(partial)) return false;
  let file: Database.Database | undefined;
  try {
    file = new Database(partial, { timeout: 0 });
    file.exec('begin exclusive; rollback');
    return false;
  } catch (error) {
    return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
  } finally {
    file?.close();
  }
}

/** Removes the copies that processes left half-made when they were killed, those in the folder and those noted there. */
export function removeLeftCopies(folder: string): void {
  const names = readdirSync(folder);
  for (const name of names.filter((one) => copyName.test(one))) {
    const partial = join(folder, name);
    if (!isBeingMade(partial)) removeCopy(partial);
  }
  for (const name of names.filter((one) => noteName.test(one))) {
    const note = join(folder, name);
    const partial = readFileSync(note, 'utf8');
    if (isBeingMade(partial)) continue;
    removeCopy(partial);
    rmSync(note, { force: true });
  }
}
