import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { makeHouse, type TestHouse } from '../../support/house.ts';
import { alsoAt, signInAt } from '../../support/office.ts';
import type { Program } from '../../support/program.ts';
import type { Visitor } from '../../support/visitor.ts';
import { startWebServer } from '../../support/web-server.ts';
import { addColombiano, piece } from '../press/press-records.ts';

interface Stored {
  id: string;
  version: number;
}

/** What the server said it stored: the records, and the newest version of those that were changed. */
class Acknowledged {
  readonly items = new Map<string, number>();
  readonly clippings = new Map<string, number>();
  readonly departments = new Map<string, number>();
}

type Writer = (number: number) => Promise<boolean>;

function note(into: Map<string, number>, answer: { data?: Stored }): boolean {
  if (!answer.data) return false;
  into.set(answer.data.id, answer.data.version);
  return true;
}

/** People who each do one thing again and again: log, file, add, and correct the same piece. */
async function writersOf(
  visitor: Visitor,
  outletId: string,
  kept: Acknowledged,
  label: string,
): Promise<Writer[]> {
  const logged = (title: string, day: string) => ({ kind: 'photo_coverage', title, day });
  const first = await visitor.mutate<Stored>('output.createItem', logged(label, '2026-01-31'));
  let at = first.data;
  return [
    async (number) =>
      note(
        kept.items,
        await visitor.mutate<Stored>(
          'output.createItem',
          logged(`${label} ${number}`, `2026-0${1 + (number % 9)}-15`),
        ),
      ),
    async (number) =>
      note(
        kept.clippings,
        await visitor.mutate<Stored>(
          'press.createClipping',
          piece(outletId, { title: `${label} ${number}` }),
        ),
      ),
    async (number) =>
      note(
        kept.departments,
        await visitor.mutate<Stored>('accounts.createDepartment', { name: `${label} ${number}` }),
      ),
    async (number) => {
      const fields = logged(`${label} corregida ${number}`, `2026-1${number % 3}-15`);
      const answer = await visitor.mutate<Stored>('output.updateItem', { at, fields });
      at = answer.data ?? at;
      return note(kept.items, answer);
    },
  ];
}

/** Writes until the server no longer answers; what is not acknowledged is not counted. */
async function writeUntilDeath(write: Writer): Promise<void> {
  try {
    for (let number = 0; await write(number); number += 1);
  } catch {
    // The connection broke: the server is dead, as this test wants it.
  }
}

async function versions(
  house: TestHouse,
  table: 'outputItem' | 'clipping' | 'department',
): Promise<Map<string, number>> {
  const rows = await house.database.db
    .selectFrom(table as 'department')
    .select(['id', 'version'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** Acknowledged records that are missing, or stand at an older version than acknowledged. */
async function lost(house: TestHouse, kept: Acknowledged): Promise<string[]> {
  const missing: string[] = [];
  for (const [table, acknowledged] of [
    ['outputItem', kept.items],
    ['clipping', kept.clippings],
    ['department', kept.departments],
  ] as const) {
    const stored = await versions(house, table);
    for (const [id, version] of acknowledged) {
      if ((stored.get(id) ?? 0) < version) missing.push(`${table} ${id} at ${version}`);
    }
  }
  return missing;
}

/** Records whose versions are not matched one by one by audit rows. */
async function unaudited(house: TestHouse): Promise<string[]> {
  const audit = await house.database.db
    .selectFrom('audit')
    .select(['recordId', (count) => count.fn.countAll<number>().as('rows')])
    .groupBy('recordId')
    .execute();
  const rowsOf = new Map(audit.map((each) => [each.recordId, each.rows]));
  const all = [
    ...(await versions(house, 'outputItem')),
    ...(await versions(house, 'clipping')),
    ...(await versions(house, 'department')),
  ];
  return all.filter(([id, version]) => rowsOf.get(id) !== version).map(([id]) => id);
}

async function kill(programs: Program[]): Promise<void> {
  for (const program of programs) program.kill('SIGKILL');
  await Promise.all(programs.map((program) => program.ended));
}

describe('a server that is killed in the middle of its work', () => {
  test('has stored everything it acknowledged, whole, and works on when started again', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const kept = new Acknowledged();
    let session: Visitor | undefined;
    for (let round = 0; round < 3; round += 1) {
      const servers = await Promise.all([startWebServer(house.place), startWebServer(house.place)]);
      const urls = servers.map((server) => server.url);
      session ??= await signInAt(house, urls[0] ?? '', 'coordinator');
      const visitors = urls.map((url) => alsoAt(url, session as Visitor));
      const writers = await Promise.all(
        visitors.map((visitor, index) =>
          writersOf(visitor, outletId, kept, `Ronda ${round}, servidor ${index}`),
        ),
      );
      const before = kept.items.size + kept.clippings.size + kept.departments.size;
      const writing = writers.flat().map(writeUntilDeath);
      await wait(300 + round * 211);
      await kill(servers.map((server) => server.program));
      await Promise.all(writing);

      expect(kept.items.size + kept.clippings.size + kept.departments.size).toBeGreaterThan(before);
      expect(await lost(house, kept)).toEqual([]);
      expect(await unaudited(house)).toEqual([]);
      expect(await checkOutputRollup(house)).toEqual([]);
      expect(await checkPressRollup(house)).toEqual([]);
    }
    const again = await startWebServer(house.place);
    const visitor = alsoAt(again.url, session as Visitor);
    const listed = await visitor.query<{ total: number }>('accounts.listDepartments', {});
    expect(listed.data?.total).toBeGreaterThanOrEqual(kept.departments.size);
    expect((await visitor.mutate('accounts.createDepartment', { name: 'Después' })).status).toBe(
      200,
    );
  }, 180_000);
});
