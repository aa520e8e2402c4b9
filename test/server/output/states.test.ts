import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { type ItemOrder, itemOrders } from '../../../shared/output/item-order.ts';
import { outputStates } from '../../../shared/output/state.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

const fair = { kind: 'event' as const, title: 'Feria' };
const year = { from: '2026-01', to: '2026-12' };

async function cells(house: TestHouse) {
  const matrix = await callerAs(house, 'viewer').output.readMonthMatrix(year);
  return matrix.cells.map(({ month, count, sources }) => `${month} ${count} ${sources.join('+')}`);
}

describe('what the office plans is not what it did', () => {
  test('its day offers the state: of the office, not of Greenwich', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    // In Bogotá it is still the 22nd.
    house.setNow('2026-11-23T04:30:00Z');
    for (const [day, state] of [
      ['2026-11-21', 'done'],
      ['2026-11-22', 'done'],
      ['2026-11-23', 'planned'],
    ] as const) {
      const { id } = await output.createItem({ ...fair, day });
      expect(await output.readItem({ id })).toMatchObject({ day, state });
    }
    expect(await cells(house)).toEqual(['2026-11 2 records']);
  });

  test('counts once it is confirmed, and no more once it is called off; what is called off comes back', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const at = await output.createItem({ ...fair, day: '2026-11-20', state: 'planned' });
    expect(await cells(house)).toEqual([]);
    const change = async (
      from: typeof at,
      change: { state: (typeof outputStates)[number]; stateReason?: string },
    ) => {
      const [changed] = await output.editItems({ edits: [{ at: from, change }] });
      if (!changed) throw new Error('nothing was changed');
      return changed;
    };
    const done = await change(at, { state: 'done' });
    expect(await cells(house)).toEqual(['2026-11 1 records']);
    const off = await change(done, { state: 'cancelled', stateReason: 'Llovió' });
    expect(await cells(house)).toEqual([]);
    expect(await output.readItem({ id: at.id })).toMatchObject({
      state: 'cancelled',
      stateReason: 'Llovió',
    });
    const back = await change(off, { state: 'planned' });
    expect(await output.readItem({ id: at.id })).toMatchObject({
      state: 'planned',
      stateReason: null,
    });
    expect(await checkOutputRollup(house)).toEqual([]);
    expect(await auditOf(house, at.id)).toHaveLength(4);
    expect(await output.listItems({ state: 'planned' })).toMatchObject({ total: 1 });
    expect(await output.listItems({ state: 'cancelled' })).toMatchObject({ total: 0 });
    // A change that says nothing of the state leaves it.
    await output.updateItem({ at: back, fields: { ...fair, day: '2026-11-19' } });
    expect(await output.readItem({ id: at.id })).toMatchObject({ state: 'planned' });
  });

  test('stands beside what is done in the matrix, and days are counted as they are', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    for (const day of ['2026-11-05', '2026-11-20', '2026-11-25', '2026-11-29']) {
      await output.createItem({ ...fair, day });
    }
    const { cells, planned } = await output.readMonthMatrix(year);
    expect(cells).toMatchObject([{ month: '2026-11', kind: 'event', count: 2 }]);
    expect(planned).toEqual([{ month: '2026-11', kind: 'event', count: 2 }]);
    const days = (from: string, to: string) => output.countDays({ from, to });
    expect(await days('2026-11-01', '2026-11-15')).toEqual({ count: 1 });
    expect(await days('2026-11-01', '2026-11-30')).toEqual({ count: 2 });
    expect(await days('2026-10-01', '2026-10-15')).toEqual({ count: null });
  });

  test('is compared with the same days of the year before while the period is not over', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    for (const day of ['2025-10-31', '2025-11-22', '2025-11-23', '2025-12-01', '2026-11-22']) {
      await output.createItem({ ...fair, day });
    }
    await output.createItem({ ...fair, day: '2026-11-25' });
    const asked = { from: '2026-10', to: '2026-12', compare: 'last_year' as const };
    for (const rows of ['kind', 'department', 'place', 'responsible'] as const) {
      const read = await output.readMatrix({ ...asked, rows, until: '2026-11-22' });
      expect(read).toMatchObject({ total: 1, comparedUntil: '2025-11-22' });
      expect(read.planned).toMatchObject([{ period: '2026-11', count: 1 }]);
      const before = read.lastYear?.cells.map(({ period, count }) => `${period} ${count}`);
      expect([rows, before]).toEqual([rows, ['2026-10 1', '2026-11 1']]);
    }
    // What a monthly total counts is of no day of its month: it is told, and not compared.
    await output.createTally({ month: '2025-11', kind: 'photo_coverage', count: 42, source: 'x' });
    const told = await output.readMatrix({ ...asked, until: '2026-11-22' });
    expect(told).toMatchObject({ uncompared: 42, lastYear: { total: 2 } });
    const over = await output.readMatrix({ ...asked, until: '2027-01-01' });
    expect(over).toMatchObject({ comparedUntil: null, uncompared: 0, lastYear: { total: 46 } });
  });

  test('are what the list is sorted by, the latest day of each first, and nothing is left out', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    for (const state of [...outputStates].reverse()) {
      for (const day of ['2026-11-01', '2026-11-03']) {
        await output.createItem({ ...fair, title: `${state} ${day}`, day, state });
      }
    }
    const titles = async (order: ItemOrder) =>
      (await output.listItems({ order })).rows.map(({ title }) => title);
    const sorted = (states: readonly string[]) =>
      states.flatMap((state) => [`${state} 2026-11-03`, `${state} 2026-11-01`]);
    expect(await titles('state_asc')).toEqual(sorted(outputStates));
    expect(await titles('state_desc')).toEqual(sorted([...outputStates].reverse()));
    for (const order of itemOrders) {
      expect((await titles(order)).sort()).toEqual(sorted(outputStates).sort());
    }
    const { rows } = await output.listItems({ order: 'state_asc', page: 2, pageSize: 4 });
    expect(rows.map(({ title }) => title)).toEqual(sorted(['cancelled']));
  });

  test('nothing of a day to come is done', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const refused = {
      code: 'invalid_input',
      fields: [{ path: 'state', rule: 'done_to_come', facts: { day: '2026-11-23' } }],
    };
    const tomorrow = { ...fair, day: '2026-11-23', state: 'done' as const };
    expect(await failureOf(output.createItem(tomorrow))).toEqual(refused);
    expect(await failureOf(output.createItems({ items: [tomorrow] }))).toEqual(refused);
    const at = await output.createItem({ ...fair, day: '2026-11-22' });
    expect(await failureOf(output.updateItem({ at, fields: tomorrow }))).toEqual(refused);
    const moved = output.editItems({ edits: [{ at, change: { day: '2026-11-23' } }] });
    expect(await failureOf(moved)).toEqual(refused);
    expect(await output.listItems({})).toMatchObject({ total: 1, rows: [{ day: '2026-11-22' }] });
  });

  test('whatever becomes of items, the roll-ups are what the items add up to', async () => {
    const step = fc.record({
      verb: fc.constantFrom('create' as const, 'update' as const, 'remove' as const),
      target: fc.nat(9),
      state: fc.constantFrom(...outputStates, undefined),
      day: fc.constantFrom('2026-10-31', '2026-11-01'),
      responsible: fc.constantFrom('Ana', undefined),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const house = await makeHouse();
        const { output } = callerAs(house, 'admin');
        const items: { id: string; version: number }[] = [];
        for (const { verb, target, ...said } of steps) {
          const fields = { ...fair, ...said };
          const index = target % Math.max(items.length, 1);
          const at = items[index];
          if (at === undefined || verb === 'create') items.push(await output.createItem(fields));
          else if (verb === 'update') items[index] = await output.updateItem({ at, fields });
          else items[index] = await output.removeItem(at);
        }
        const { total } = await output.listItems({ state: 'done' });
        const { totals } = await output.readMonthMatrix(year);
        expect(totals[0]).toEqual({ kind: 'event', count: total || null });
        expect(await checkOutputRollup(house)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('records and a total of one month', () => {
  const total = { month: '2026-10', kind: 'event' as const, count: 5, source: 'Cuaderno' };
  const item = { ...fair, day: '2026-10-09' };
  const asked = { code: 'total_and_records', month: '2026-10', kind: 'event', total: 5 };

  test('are counted together only once somebody was told and chose so', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    await output.createTally(total);
    await output.createItem({ ...item, kind: 'photo_coverage' });
    expect(await failureOf(output.createItem(item))).toEqual({ ...asked, records: 1 });
    // What is planned is not counted, so nothing is asked until it is done.
    const planned = await output.createItem({ ...item, state: 'planned' });
    const edits = [{ at: planned, change: { state: 'done' as const } }];
    expect(await failureOf(output.editItems({ edits }))).toEqual({ ...asked, records: 1 });
    const items = [item, item];
    expect(await failureOf(output.createItems({ items }))).toEqual({ ...asked, records: 2 });
    expect((await output.listTallies({})).rows).toMatchObject([{ besideRecords: 0 }]);
    await output.createItems({ items, countsBoth: true });
    expect((await output.listTallies({})).rows).toMatchObject([{ besideRecords: 1 }]);
    // Chosen once, it is not asked again.
    await output.editItems({ edits });
    expect(await cells(house)).toEqual(['2026-10 8 records+tally', '2026-10 1 records']);
  });

  test('whichever comes first', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const at = await output.createItem(item);
    expect(await failureOf(output.createTally(total))).toEqual({ ...asked, records: 1 });
    const tally = await output.createTally({ ...total, countsBoth: true });
    const changed = await output.updateTally({ at: tally, fields: { ...total, count: 6 } });
    const elsewhere = { ...total, month: '2026-09' };
    const moved = await output.updateTally({ at: changed, fields: elsewhere });
    expect(await failureOf(output.updateTally({ at: moved, fields: total }))).toMatchObject({
      code: 'total_and_records',
    });
    const gone = await output.removeItem(at);
    const back = await output.updateTally({ at: moved, fields: total });
    expect(await failureOf(output.restoreItem(gone))).toEqual({ ...asked, records: 1 });
    const removed = await output.removeTally(back);
    await output.restoreItem(gone);
    expect(await failureOf(output.restoreTally(removed))).toMatchObject({
      code: 'total_and_records',
    });
    await output.restoreTally({ ...removed, countsBoth: true });
    expect(await cells(house)).toEqual(['2026-10 6 records+tally']);
    expect(await checkOutputRollup(house)).toEqual([]);
  });
});
