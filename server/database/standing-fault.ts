import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { Failure } from '../../shared/failure.ts';
import type { House } from '../context.ts';
import type { OpenDatabase } from './connection.ts';
import { type DatabaseFault, faultOf, knownFailure } from './fault.ts';

/** What stops every write of a database from when one met it, until one goes through. */
const standing = new WeakMap<OpenDatabase['db'], DatabaseFault>();
const stopsWrites: ReadonlySet<DatabaseFault> = new Set(['disk_full', 'database_read_only']);

/** The failure that an error is, as `knownFailure`; a fault of the database is logged, and remembered where it stands. */
export function tellFault(house: House | undefined, err: unknown): Failure | undefined {
  const fault = faultOf(err);
  if (house && fault) {
    house.log.error({ err, fault }, 'the database could not do its work');
    if (stopsWrites.has(fault)) standing.set(house.database.db, fault);
  }
  return knownFailure(err);
}

/** Below this nothing larger than a few records is stored any more. */
const leastFreeBytes = 1024 * 1024;

/** Whether the disk of an embedded database has room; that of a server is told of by the server. */
async function hasRoom({ sqlite }: OpenDatabase): Promise<boolean> {
  if (!sqlite || sqlite.memory) return true;
  const { bavail, bsize } = await statfs(dirname(sqlite.name));
  return bavail * bsize >= leastFreeBytes;
}

/** Whether it answers. An embedded one is asked at once, also while a long write holds its queue. */
async function ask({ sqlite, db }: OpenDatabase): Promise<void> {
  if (sqlite) sqlite.prepare('select count(*) from sqlite_master').get();
  else await sql`select 1`.execute(db);
}

/** Writes the least that a database keeps: a count of its own, beside those that every write advances. */
async function tryToWrite({ db }: OpenDatabase): Promise<void> {
  await db
    .insertInto('areaRevision')
    .values({ area: 'trial of a write', revision: 1 })
    .onConflict((conflict) =>
      conflict.column('area').doUpdateSet((set) => ({
        revision: set('areaRevision.revision', '+', 1),
      })),
    )
    .execute();
}

/**
 * Why a database cannot do its work at this moment; absent when it can. After a write that met a full
 * disk or a read-only file, one is tried each time, so that it is well again by itself.
 */
export async function findStandingFault(
  database: OpenDatabase,
): Promise<{ fault: DatabaseFault; err?: unknown } | undefined> {
  try {
    await ask(database);
    if (!(await hasRoom(database))) return { fault: 'disk_full' };
    if (!standing.has(database.db)) return undefined;
    await tryToWrite(database);
    standing.delete(database.db);
    return undefined;
  } catch (err) {
    return { fault: faultOf(err) ?? 'database_unreachable', err };
  }
}
