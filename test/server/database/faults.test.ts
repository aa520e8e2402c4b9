import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type DatabaseFault, faultOf } from '../../../server/database/fault.ts';
import { isPostgres, makeHouse, type TestHouse } from '../../support/house.ts';
import { type ServedHouse, serveHouse } from '../../support/served-house.ts';

type Told = DatabaseFault | 'no fault';

/** The result codes of SQLite, https://sqlite.org/rescode.html. */
const ofSqlite: Record<Told, string> = {
  disk_full: 'FULL IOERR_WRITE IOERR_SHMSIZE',
  database_busy: `BUSY BUSY_RECOVERY BUSY_SNAPSHOT BUSY_TIMEOUT LOCKED LOCKED_SHAREDCACHE LOCKED_VTAB
    PROTOCOL NOMEM INTERRUPT IOERR_NOMEM IOERR_BLOCKED`,
  database_read_only: `READONLY READONLY_RECOVERY READONLY_CANTLOCK READONLY_ROLLBACK READONLY_DBMOVED
    READONLY_CANTINIT READONLY_DIRECTORY PERM`,
  database_damaged: `CORRUPT CORRUPT_VTAB CORRUPT_SEQUENCE CORRUPT_INDEX NOTADB FORMAT IOERR_CORRUPTFS
    IOERR_DATA`,
  database_unreachable: `CANTOPEN CANTOPEN_NOTEMPDIR CANTOPEN_ISDIR CANTOPEN_FULLPATH CANTOPEN_CONVPATH
    CANTOPEN_SYMLINK NOLFS IOERR IOERR_READ IOERR_SHORT_READ IOERR_FSYNC IOERR_DIR_FSYNC IOERR_TRUNCATE
    IOERR_FSTAT IOERR_UNLOCK IOERR_RDLOCK IOERR_DELETE IOERR_ACCESS IOERR_CHECKRESERVEDLOCK IOERR_LOCK
    IOERR_CLOSE IOERR_DIR_CLOSE IOERR_SHMOPEN IOERR_SHMLOCK IOERR_SHMMAP IOERR_SEEK IOERR_DELETE_NOENT
    IOERR_MMAP IOERR_GETTEMPPATH IOERR_CONVPATH IOERR_VNODE IOERR_AUTH IOERR_BEGIN_ATOMIC
    IOERR_COMMIT_ATOMIC IOERR_ROLLBACK_ATOMIC`,
  'no fault': `ERROR ERROR_MISSING_COLLSEQ ERROR_RETRY INTERNAL ABORT ABORT_ROLLBACK NOTFOUND EMPTY SCHEMA
    TOOBIG CONSTRAINT CONSTRAINT_CHECK CONSTRAINT_FOREIGNKEY CONSTRAINT_NOTNULL CONSTRAINT_PRIMARYKEY
    CONSTRAINT_TRIGGER CONSTRAINT_UNIQUE CONSTRAINT_DATATYPE MISMATCH MISUSE AUTH RANGE`,
};

/** Those of PostgreSQL that tell of the server, and some of each other class. */
const ofPostgres: Record<Told, string> = {
  disk_full: '53100',
  database_busy: '40000 40001 40P01 53000 53200 53300 53400 55006 55P03 57014 25P03 25P04',
  database_read_only: '25006',
  database_damaged: 'XX001 XX002',
  database_unreachable: `08000 08001 08003 08004 08006 08007 08P01 28000 28P01 3D000 40003 57000 57P01
    57P02 57P03 57P04 57P05 58000 58030 58P01 58P02 58P03`,
  'no fault': `0A000 21000 22001 22003 22012 22021 22P02 23502 23503 23505 23514 25000 25001 25P01 25P02
    2BP01 34000 3F000 40002 42501 42601 42703 42883 42P01 54000 54001 54023 55000 55P02 55P04 F0000 HV000
    P0001 XX000`,
};

const codes = Object.entries(isPostgres ? ofPostgres : ofSqlite).flatMap(([told, list]) =>
  list.split(/\s+/).map((code) => [isPostgres ? code : `SQLITE_${code}`, told as Told] as const),
);

/** Has the database refuse with a code whoever writes it as a name. */
async function plantFaults({ database }: TestHouse, table = 'department'): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(database.db);
  const name = table === 'department' ? 'new.name' : `'${isPostgres ? '53100' : 'SQLITE_FULL'}'`;
  if (database.sqlite) {
    database.sqlite.function('fail', (code: unknown) => {
      throw new Database.SqliteError('planted', String(code));
    });
    await run(`create trigger fail_${table} before insert on ${table}
      when ${name} like 'SQLITE_%' begin select fail(${name}); end`);
    return;
  }
  await run(`create function fail_${table}() returns trigger language plpgsql as $$
    begin raise exception using errcode = ${name}, message = 'planted'; end $$`);
  await run(`create trigger fail_${table} before insert on ${table} for each row
    when (${name} ~ '^[0-9A-Z]{5}$') execute function fail_${table}()`);
}

async function told(house: TestHouse, code: string): Promise<Told> {
  const fields = { version: 1, searchText: '', createdAt: '', updatedAt: '', name: code };
  const row = { id: code, ...fields };
  try {
    await house.database.db
      .insertInto('department')
      .values(row as never)
      .execute();
    throw new Error(`${code} was taken`);
  } catch (error) {
    return faultOf(error) ?? 'no fault';
  }
}

const readiness = async ({ url }: ServedHouse) => {
  const answer = await fetch(`${url}/readyz`);
  return [answer.status, await answer.json()];
};

describe('what the database says of itself', () => {
  test('is a fault of its own or a mistake of the program, every code of it', async () => {
    const house = await makeHouse();
    await plantFaults(house);
    const found: [string, Told][] = [];
    for (const [code] of codes) found.push([code, await told(house, code)]);
    expect(found).toEqual(codes);
  });

  test('reaches the person as what it is, with 503, and nothing of it is a wrong field', async () => {
    const served = await serveHouse();
    const admin = await served.signedIn('admin');
    await plantFaults(served.house);
    const busy = new Set(['40001', '40P01']);
    const oneOfEach = new Map(
      codes
        .filter(([code]) => !busy.has(code) && !/BUSY/.test(code))
        .map(([code, fault]) => [fault, code]),
    );
    for (const [fault, name] of oneOfEach) {
      const { status, failure } = await admin.mutate('accounts.createDepartment', { name });
      const isFault = fault !== 'no fault';
      expect([fault, status, failure]).toMatchObject([
        fault,
        isFault ? 503 : 500,
        { code: isFault ? fault : 'unexpected' },
      ]);
    }
  });

  test('of a full disk makes the house not ready, until a write goes through again', async () => {
    const served = await serveHouse();
    const admin = await served.signedIn('admin');
    expect(await readiness(served)).toEqual([200, { ready: true, database: true, schedule: null }]);
    await plantFaults(served.house);
    await plantFaults(served.house, 'area_revision');
    const name = isPostgres ? '53100' : 'SQLITE_FULL';
    const refused = await admin.mutate('accounts.createDepartment', { name });
    expect(refused).toMatchObject({ status: 503, failure: { code: 'disk_full' } });
    const full = { ready: false, database: false, schedule: null, reason: 'disk_full' };
    expect(await readiness(served)).toEqual([503, full]);
    expect(await readiness(served)).toEqual([503, full]);
    expect((await admin.query('accounts.listDepartments', {})).status).toBe(200);

    const on = isPostgres ? ' on area_revision' : '';
    await sql.raw(`drop trigger fail_area_revision${on}`).execute(served.house.database.db);
    expect(await readiness(served)).toMatchObject([200, { ready: true }]);
    expect((await admin.mutate('accounts.createDepartment', { name: 'Hacienda' })).status).toBe(
      200,
    );
  });

  test.skipIf(isPostgres)(
    'a file that may not grow any more refuses what does not fit, and takes it once it may',
    async () => {
      const served = await serveHouse();
      const admin = await served.signedIn('admin');
      const { sqlite } = served.house.database;
      sqlite?.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`);
      const name = (at: number) => `Dependencia ${at} ${'larga '.repeat(15)}`;
      let at = 0;
      let refused = await admin.mutate('accounts.createDepartment', { name: name(at) });
      for (; refused.status === 200 && at < 500; at += 1) {
        refused = await admin.mutate('accounts.createDepartment', { name: name(at + 1) });
      }
      expect(refused).toMatchObject({ status: 503, failure: { code: 'disk_full' } });
      const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000)]);
      const sent = await admin.fetch('/evidence?name=a.pdf', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      });
      expect([sent.status, await sent.json()]).toMatchObject([
        503,
        { error: { data: { failure: { code: 'disk_full' } } } },
      ]);
      sqlite?.pragma('max_page_count = 1000000');
      const again = await admin.mutate('accounts.createDepartment', { name: name(at) });
      expect(again.status).toBe(200);
      expect(await readiness(served)).toMatchObject([200, { ready: true }]);
    },
  );
});
