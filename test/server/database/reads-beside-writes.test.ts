import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { limitTries } from '../../../server/accounts/limit-tries.ts';
import { createDepartment } from '../../../server/accounts/save-department.ts';
import { accountTables } from '../../../server/accounts/tables.ts';
import { faultOf } from '../../../server/database/fault.ts';
import { asWrite } from '../../../server/database/write-turn.ts';
import { importOutputItems } from '../../../server/output/import-output-items.ts';
import { readMonthMatrix } from '../../../server/output/read-month-matrix.ts';
import { transact } from '../../../server/transaction.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';
import {
  as,
  callerAs,
  failureOf,
  isPostgres,
  makeHouse,
  openHouseAt,
  type TestHouse,
} from '../../support/house.ts';
import { beginWrite } from '../../support/open-write.ts';
import { serveHouse } from '../../support/served-house.ts';

/** Waits for what must not wait for somebody else; half a second is long even on a busy machine. */
async function soon<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const late = wait(500).then(() => Promise.reject(new Error('it waited for the write')));
  return Promise.race([answer, late]);
}

const year = { from: '2026-01', to: '2026-12' };

function piecesOf(count: number): OutputItemFields[] {
  return Array.from({ length: count }, (_, at) =>
    OutputItemFields.parse({
      kind: 'graphic_piece',
      title: `Pieza número ${at}`,
      day: `2026-0${1 + (at % 9)}-15`,
      place: `Barrio ${at % 90}`,
    }),
  );
}

async function countOf(house: TestHouse): Promise<number> {
  const { cells } = await readMonthMatrix(house.database, year);
  return cells.reduce((sum, { count }) => sum + count, 0);
}

const namesOf = async (house: TestHouse) =>
  (await callerAs(house, 'viewer').accounts.listDepartments({})).rows.map(({ name }) => name);

describe('while somebody writes', () => {
  test('reads, readiness and sessions answer at once, with what was stored last', async () => {
    const { house, signedIn } = await serveHouse();
    const viewer = await signedIn('viewer');
    await createDepartment(as(house, 'admin'), { name: 'Hacienda' });
    const open = await beginWrite(house, 'Salud');
    const list = () =>
      viewer.query<{ rows: { name: string }[] }>('accounts.listDepartments', { search: '' });
    const names = async () => (await list()).data?.rows.map(({ name }) => name);
    expect((await soon(viewer.query('accounts.readSelf'))).status).toBe(200);
    expect((await soon(viewer.fetch('/readyz'))).status).toBe(200);
    expect(await soon(names())).toEqual(['Hacienda']);
    expect(await soon(countOf(house))).toBe(0);
    await open.finish();
    expect(await names()).toEqual(['Hacienda', 'Salud']);
  });

  test('nobody ever sees a part of an import, nor one that was rolled back', async () => {
    const house = await makeHouse();
    const seen = new Set<number>();
    const context = as(house, 'admin');
    const importing = (fails: boolean) =>
      transact(context, ['output'], async (write) => {
        for (let time = 0; time < 4; time += 1) {
          await importOutputItems({ ...context, within: write }, piecesOf(300));
        }
        if (fails) throw new Error('of the test');
      });
    const looks = async (work: Promise<unknown>) => {
      let isDone = false;
      const done = work
        .catch(() => undefined)
        .then(() => {
          isDone = true;
        });
      let times = 0;
      for (; !isDone; times += 1) {
        seen.add(await countOf(house));
        await nextTurn();
      }
      await done;
      return times;
    };
    expect(await looks(importing(true))).toBeGreaterThan(5);
    expect([...seen]).toEqual([0]);
    expect(await looks(importing(false))).toBeGreaterThan(5);
    expect([...seen].filter((count) => count !== 0 && count !== 1_200)).toEqual([]);
    expect(await countOf(house)).toBe(1_200);
  });

  test.skipIf(isPostgres)('the process looks at others every few milliseconds', async () => {
    const house = await makeHouse();
    const gaps: number[] = [];
    let isDone = false;
    const importing = importOutputItems(as(house, 'admin'), piecesOf(6_000)).finally(() => {
      isDone = true;
    });
    let last = performance.now();
    while (!isDone) {
      await nextTurn();
      gaps.push(performance.now() - last);
      last = performance.now();
    }
    await importing;
    gaps.sort((one, other) => one - other);
    expect(gaps.length).toBeGreaterThan(20);
    expect(gaps.at(Math.floor(gaps.length * 0.5))).toBeLessThan(25);
    expect(gaps.at(Math.floor(gaps.length * 0.95))).toBeLessThan(100);
    expect(gaps.at(-1)).toBeLessThan(500);
  });

  test('a hundred others who wait to write keep no reader from reading', async () => {
    const house = await makeHouse();
    const open = await beginWrite(house, 'Salud');
    const admin = callerAs(house, 'admin').accounts;
    const saves = Array.from({ length: 100 }, (_, at) =>
      admin.createDepartment({ name: `Oficina ${at}` }),
    );
    await wait(50);
    expect(await soon(namesOf(house))).toEqual([]);
    expect(await soon(countOf(house))).toBe(0);
    await open.finish();
    await Promise.all(saves);
    expect((await admin.listDepartments({ pageSize: 200 })).total).toBe(101);
  });
});

describe('who writes', () => {
  test('sees what it stored itself, and nobody else does', async () => {
    const house = await makeHouse();
    const open = await beginWrite(house, 'Salud');
    const stored = await open.write.db.selectFrom('department').select('name').execute();
    expect(stored).toEqual([{ name: 'Salud' }]);
    expect(await soon(namesOf(house))).toEqual([]);
    await open.fail();
    expect(await namesOf(house)).toEqual([]);
  });

  test('stores nothing in the transaction of another, which may be rolled back', async () => {
    const house = await makeHouse();
    const open = await beginWrite(house, 'Salud');
    const others = [
      createDepartment(as(house, 'coordinator'), { name: 'Hacienda' }),
      limitTries(house, 'sign_in', { account: 'ana@oficina.test' }),
      house.database.db
        .insertInto('areaRevision')
        .values({ area: 'reports', revision: 7 })
        .execute(),
    ];
    await wait(30);
    await open.fail();
    await Promise.all(others);
    expect(await namesOf(house)).toEqual(['Hacienda']);
    const kept = house.database.db.selectFrom('areaRevision').select(['area', 'revision']);
    expect(await kept.orderBy('area').execute()).toEqual([
      { area: 'accounts', revision: 1 },
      { area: 'reports', revision: 7 },
    ]);
    const tries = accountTables(house.database.db).selectFrom('rateLimit').select('count');
    expect(await tries.execute()).toEqual([{ count: 1 }]);
  });

  test('asks nothing beside its own transaction, and begins no other one', async () => {
    const house = await makeHouse();
    const context = as(house, 'admin');
    const beside = (ask: () => Promise<unknown>) =>
      soon(failureOf(transact(context, ['accounts', 'output'], () => ask())));
    const refusals = await Promise.all([
      beside(() => createDepartment(context, { name: 'Salud' })),
      beside(() => countOf(house)),
      ...(isPostgres
        ? []
        : [
            beside(() => house.database.db.selectFrom('department').selectAll().execute()),
            beside(() => limitTries(house, 'sign_in', { account: 'ana@oficina.test' })),
          ]),
    ]);
    for (const refusal of refusals) {
      expect(String(refusal)).toContain('beside its own transaction');
    }
    await createDepartment(context, { name: 'Hacienda' });
    expect(await namesOf(house)).toEqual(['Hacienda']);
  });

  test('is told that the database is busy when the other takes too long', async () => {
    const { place, ...house } = await makeHouse();
    const url = place.databaseUrl && `${place.databaseUrl}?lock_timeout=100`;
    const hurried = await openHouseAt({ ...place, databaseUrl: url });
    const open = await beginWrite({ ...house }, 'Salud');
    const told = async (write: Promise<unknown>) =>
      faultOf(await write.catch((error: unknown) => error));
    const save = () => createDepartment(as(hurried, 'admin'), { name: 'Hacienda' });
    if (isPostgres) expect(await told(save())).toBe('database_busy');
    else {
      for (const { database } of [house, hurried]) {
        const writing = database.db.updateTable('department').set({ name: 'Otra' });
        const write = asWrite(database, 40, () => writing.execute());
        expect(await told(write)).toBe('database_busy');
      }
    }
    await open.finish();
    await save();
    expect(await namesOf(hurried)).toEqual(['Hacienda', 'Salud']);
  });

  test('waits for another process without holding up this one', async () => {
    const house = await makeHouse();
    const elsewhere = await openHouseAt(house.place);
    const open = await beginWrite(elsewhere, 'Salud');
    const save = createDepartment(as(house, 'admin'), { name: 'Hacienda' });
    let longest = 0;
    for (let last = performance.now(), turns = 0; turns < 40; turns += 1) {
      await wait(5);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    expect(longest).toBeLessThan(250);
    expect(await soon(namesOf(house))).toEqual([]);
    await open.finish();
    await save;
    expect(await namesOf(house)).toEqual(['Hacienda', 'Salud']);
  });
});

describe.runIf(isPostgres)('a connection to PostgreSQL', () => {
  test('ends what takes too long', async () => {
    const { database } = await makeHouse();
    const { rows } = await database.db.executeQuery<{ name: string; setting: string }>({
      sql: `select name, setting from pg_settings where name like '%timeout' order by name`,
      parameters: [],
      query: { kind: 'RawNode' } as never,
      queryId: { queryId: 'timeouts' },
    });
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]));
    expect(settings).toMatchObject({
      statement_timeout: 120_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 120_000,
    });
  });
});
