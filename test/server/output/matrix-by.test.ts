import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { importOutputItems } from '../../../server/output/import-output-items.ts';
import type { MatrixBy } from '../../../shared/output/matrix-by.ts';
import { outputDimensions, spanOf } from '../../../shared/output/matrix-by.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { as, callerAs, makeHouse, type TestHouse } from '../../support/house.ts';

const year = { from: '2026-01', to: '2026-12' };

const shown = ({ rows, cells }: MatrixBy) =>
  cells
    .map(({ period, row, count }) => {
      const name = rows.find(({ id }) => id === row)?.name ?? 'none';
      return `${period} ${name} ${count}`;
    })
    .sort();

async function openOffice(house: TestHouse) {
  const { accounts, output } = callerAs(house, 'coordinator');
  const department = await accounts.createDepartment({ name: 'Hacienda' });
  const place = await output.createPlace({ name: 'Toledo' });
  return { output, departments: [null, department.id], places: [null, place.id] };
}

const columns = {
  department: 'departmentId',
  place: 'placeId',
  responsible: 'responsible',
} as const;

/** What the matrix should say, counted from every item that the office lists. */
async function countItems(house: TestHouse, dimension: keyof typeof columns) {
  const { rows } = await callerAs(house, 'viewer').output.listItems({ pageSize: 200 });
  const counts = new Map<string, number>();
  for (const item of rows) {
    const key = `${spanOf(item.day.slice(0, 7), 'quarter')} ${item[columns[dimension]] ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

const step = fc.record({
  verb: fc.constantFrom(
    'create' as const,
    'update' as const,
    'edit' as const,
    'remove' as const,
    'restore' as const,
    'import' as const,
  ),
  target: fc.nat(20),
  day: fc.constantFrom('2026-01-01', '2026-03-31', '2026-04-01'),
  department: fc.nat(1),
  place: fc.nat(1),
  responsible: fc.constantFrom(null, 'Ana', 'Luz'),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Does what some people would do, each to an item that is there, or to a new one. */
async function takeSteps(house: TestHouse, steps: readonly Step[]): Promise<void> {
  const { output, departments, places } = await openOffice(house);
  const items: RecordVersion[] = [];
  for (const { verb, target, day, department, place, responsible } of steps) {
    const departmentId = departments[department] ?? null;
    const own = { departmentId, placeId: places[place] ?? null, responsible };
    const fields = { kind: 'event' as const, day, title: 'Algo', ...own };
    const index = target % Math.max(items.length, 1);
    const at = items[index];
    const parsed = [fields, { ...fields, responsible: 'Luz' }].map((one) =>
      OutputItemFields.parse(one),
    );
    const verbs = {
      update: async (known: RecordVersion) => [await output.updateItem({ at: known, fields })],
      edit: (known: RecordVersion) => output.editItems({ edits: [{ at: known, change: own }] }),
      remove: async (known: RecordVersion) => [await output.removeItem(known)],
      restore: async (known: RecordVersion) => [await output.restoreItem(known)],
    };
    if (verb === 'import') items.push(...(await importOutputItems(as(house, 'admin'), parsed)));
    else if (verb === 'create' || !at) items.push(await output.createItem(fields));
    else items.splice(index, 1, ...(await verbs[verb](at)));
  }
}

describe('the matrix by anything', () => {
  test('parts a period into quarters and years, by department, place and person, and names what says none', async () => {
    const house = await makeHouse();
    const { output, departments, places } = await openOffice(house);
    const item = { kind: 'event' as const, title: 'Feria', day: '2026-02-10' };
    await output.createItem({ ...item, departmentId: departments[1], placeId: places[1] });
    await output.createItem({ ...item, day: '2026-03-10', responsible: 'Ana' });
    await output.createItem({ ...item, day: '2026-05-10', kind: 'graphic_piece' });
    const by = (rows: 'department' | 'place' | 'responsible' | 'kind', span: 'quarter' | 'year') =>
      output.readMatrix({ ...year, rows, by: span });
    expect(shown(await by('department', 'quarter'))).toEqual([
      '2026-Q1 Hacienda 1',
      '2026-Q1 none 1',
      '2026-Q2 none 1',
    ]);
    expect(shown(await by('place', 'year'))).toEqual(['2026 Toledo 1', '2026 none 2']);
    expect(shown(await by('responsible', 'year'))).toEqual(['2026 Ana 1', '2026 none 2']);
    expect(shown(await by('kind', 'year'))).toEqual(['2026 Eventos 2', '2026 Piezas gráficas 1']);
    const pieces = await output.readMatrix({
      ...year,
      rows: 'department',
      by: 'year',
      kind: 'graphic_piece',
    });
    expect(shown(pieces)).toEqual(['2026 none 1']);
    expect(pieces.periods).toEqual(['2026']);
    const without = await output.listItems({ without: 'department', kind: 'event' });
    expect(without.total).toBe(1);
  });

  test('stands beside the year before, and says what totals of months cannot tell', async () => {
    const house = await makeHouse();
    const { output } = await openOffice(house);
    await output.createItem({ kind: 'event', title: 'Feria', day: '2026-02-10' });
    await output.createItem({ kind: 'event', title: 'Feria', day: '2025-02-10' });
    await output.createItem({ kind: 'event', title: 'Marcha', day: '2025-03-10' });
    await output.createTally({
      ...{ month: '2026-02', kind: 'event', count: 5, source: 'Cuaderno' },
      countsBoth: true,
    });
    const asked = { from: '2026-02', to: '2026-03', compare: 'last_year' as const };
    const kinds = await output.readMatrix(asked);
    expect(kinds.cells).toEqual([
      { period: '2026-02', row: 'event', count: 6, sources: ['records', 'tally'] },
    ]);
    expect(kinds.lastYear?.cells.map(({ period, count }) => [period, count])).toEqual([
      ['2026-02', 1],
      ['2026-03', 1],
    ]);
    expect(kinds.total).toBe(6);
    const people = await output.readMatrix({ ...asked, rows: 'responsible' });
    expect(people).toMatchObject({ total: 1, untold: 5, lastYear: { total: 2 } });
  });

  test('whatever people do, one by one or many at once, it is what the items say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const house = await makeHouse();
        await takeSteps(house, steps);
        expect(await checkOutputRollup(house)).toEqual([]);
        const { output } = callerAs(house, 'viewer');
        for (const rows of outputDimensions) {
          const { cells } = await output.readMatrix({ ...year, rows, by: 'quarter' });
          const counted = cells.map(({ period, row, count }) => [`${period} ${row}`, count]);
          expect(Object.fromEntries(counted)).toEqual(await countItems(house, rows));
        }
      }),
      { numRuns: 6 },
    );
  });

  test('the check says where it departs from the items', async () => {
    const house = await makeHouse();
    const { output } = await openOffice(house);
    await output.createItem({
      kind: 'event',
      title: 'Feria',
      day: '2026-02-10',
      responsible: 'Ana',
    });
    const rolled = house.database.db.updateTable('outputMonthBy').set({ count: 4 });
    await rolled.where('dimension', '=', 'responsible').execute();
    expect(await checkOutputRollup(house)).toEqual([
      { month: '2026-02', kind: 'event', source: 'responsible Ana', kept: 4, counted: 1 },
    ]);
  });
});

describe('the places without a meeting', () => {
  test('are those of the list where nobody met in the year, with the last time somebody did', async () => {
    const house = await makeHouse();
    const { output, places } = await openOffice(house);
    const vereda = await output.createPlace({ name: 'San José', placeType: 'vereda' });
    const meeting = { kind: 'community_meeting' as const, title: 'Diálogo' };
    await output.createItem({ ...meeting, day: '2025-11-02', placeId: vereda.id });
    await output.createItem({ ...meeting, day: '2026-02-02', placeId: places[1] });
    await output.createItem({
      kind: 'event',
      title: 'Feria',
      day: '2026-03-02',
      placeId: vereda.id,
    });
    const viewer = callerAs(house, 'viewer').output;
    expect(await viewer.listPlacesWithoutMeeting({ year: 2026 })).toEqual([
      { id: vereda.id, name: 'San José', placeType: 'vereda', lastMonth: '2025-11' },
    ]);
    const before = await viewer.listPlacesWithoutMeeting({ year: 2024 });
    expect(before.map(({ name, lastMonth }) => [name, lastMonth])).toEqual([
      ['San José', null],
      ['Toledo', null],
    ]);
  });
});
