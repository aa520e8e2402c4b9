import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { importOutputItems } from '../../../server/output/import-output-items.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { as, auditOf, callerAs, makeHouse, type TestHouse } from '../../support/house.ts';

const year = { from: '2026-01', to: '2026-12' };

async function cells(house: TestHouse) {
  const matrix = await callerAs(house, 'viewer').output.readMonthMatrix(year);
  return matrix.cells.map(({ month, kind, count, sources }) =>
    [month, kind, count, sources.join('+')].join(' '),
  );
}

describe('the month matrix of the records', () => {
  test('a logged item moves its cell, wherever it goes afterwards', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const fields = { kind: 'event' as const, title: 'Feria', day: '2026-03-31' };
    const at = await output.createItem(fields);
    expect(await cells(house)).toEqual(['2026-03 event 1 records']);
    const moved = await output.updateItem({ at, fields: { ...fields, day: '2026-04-01' } });
    expect(await cells(house)).toEqual(['2026-04 event 1 records']);
    const changed = await output.updateItem({
      at: moved,
      fields: { ...fields, kind: 'photo_coverage', day: '2026-04-02' },
    });
    expect(await cells(house)).toEqual(['2026-04 photo_coverage 1 records']);
    const removed = await output.removeItem(changed);
    expect(await cells(house)).toEqual([]);
    await output.restoreItem(removed);
    expect(await cells(house)).toEqual(['2026-04 photo_coverage 1 records']);
    expect(await checkOutputRollup(house)).toEqual([]);
  });

  test('removing what is removed already changes no count', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const at = await output.createItem({ kind: 'event', title: 'Feria', day: '2026-03-31' });
    const again = await output.removeItem(at);
    await output.removeItem(again);
    expect(await cells(house)).toEqual([]);
    expect(await checkOutputRollup(house)).toEqual([]);
  });

  test('many items come in at once with one audit row, and the matrix counts them all', async () => {
    const house = await makeHouse();
    const items = Array.from({ length: 5_000 }, (_, index) =>
      OutputItemFields.parse({
        kind: index % 3 === 0 ? 'event' : 'graphic_piece',
        title: `Ítem ${index}`,
        day: index % 2 === 0 ? '2026-05-10' : '2026-06-10',
      }),
    );
    const stored = await importOutputItems(as(house, 'coordinator'), items);
    await importOutputItems(as(house, 'coordinator'), items.slice(0, 2));
    expect(new Set(stored.map(({ id }) => id)).size).toBe(5_000);
    expect(await cells(house)).toEqual([
      '2026-05 event 835 records',
      '2026-05 graphic_piece 1666 records',
      '2026-06 event 833 records',
      '2026-06 graphic_piece 1668 records',
    ]);
    const { output } = callerAs(house, 'viewer');
    expect((await output.readItem({ id: stored[7]?.id ?? '' })).title).toBe('Ítem 7');
    expect(await output.listItems({ search: 'item 4999' })).toMatchObject({ total: 1 });
    expect(await checkOutputRollup(house)).toEqual([]);
    const audit = await house.database.db.selectFrom('audit').selectAll().orderBy('at').execute();
    expect(audit.map((row) => [row.action, JSON.parse(row.details)])).toEqual(
      expect.arrayContaining([
        ['import', { count: 5_000 }],
        ['import', { count: 2 }],
      ]),
    );
    expect(audit).toHaveLength(2);
  });

  test('an import that names an unknown department stores nothing', async () => {
    const house = await makeHouse();
    const item = OutputItemFields.parse({ kind: 'event', title: 'Feria', day: '2026-05-10' });
    const items = [item, { ...item, departmentId: 'none' }];
    await expect(importOutputItems(as(house, 'admin'), items)).rejects.toThrow('record_not_found');
    expect(await cells(house)).toEqual([]);
  });

  test('whatever people do, the roll-up is what the records add up to', async () => {
    const step = fc.record({
      verb: fc.constantFrom(
        'create' as const,
        'update' as const,
        'remove' as const,
        'restore' as const,
      ),
      target: fc.nat(20),
      kind: fc.constantFrom('event', 'print_run'),
      day: fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-01'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const house = await makeHouse();
        const { output } = callerAs(house, 'admin');
        const items: { id: string; version: number }[] = [];
        for (const { verb, target, kind, day } of steps) {
          const fields = { kind, day, title: 'Algo' } as const;
          const index = target % Math.max(items.length, 1);
          const at = items[index];
          const verbs = {
            create: () => output.createItem(fields),
            update: () => output.updateItem({ at: at as RecordVersion, fields }),
            remove: () => output.removeItem(at as RecordVersion),
            restore: () => output.restoreItem(at as RecordVersion),
          };
          const isNew = verb === 'create' || at === undefined;
          items[isNew ? items.length : index] = await verbs[isNew ? 'create' : verb]();
        }
        expect(await checkOutputRollup(house)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test('the check says which month of the roll-up departs from its records', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'admin');
    await output.createItem({ kind: 'event', title: 'Feria', day: '2026-03-31' });
    await house.database.db.updateTable('outputMonth').set({ count: 7 }).execute();
    expect(await checkOutputRollup(house)).toEqual([
      { month: '2026-03', kind: 'event', source: 'records', kept: 7, counted: 1 },
    ]);
  });
});

describe('monthly totals', () => {
  const january = {
    month: '2026-01',
    kind: 'graphic_piece' as const,
    count: 33,
    source: 'Informe de gestión',
  };

  test('the coordinator keeps one, and the matrix says that it is a total', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const at = await output.createTally(january);
    const piece = { kind: 'graphic_piece' as const, title: 'Afiche', day: '2026-01-20' };
    await output.createItem({ ...piece, countsBoth: true });
    expect(await cells(house)).toEqual(['2026-01 graphic_piece 34 records+tally']);
    const updated = await output.updateTally({ at, fields: { ...january, count: 0 } });
    expect(await cells(house)).toEqual(['2026-01 graphic_piece 1 records+tally']);
    const removed = await output.removeTally(updated);
    expect(await cells(house)).toEqual(['2026-01 graphic_piece 1 records']);
    await output.restoreTally(removed);
    expect(await output.listTallies({ kind: 'graphic_piece' })).toMatchObject({
      total: 1,
      rows: [{ id: at.id, version: 4, month: '2026-01', count: 0, notes: null }],
    });
    expect(await checkOutputRollup(house)).toEqual([]);
    expect((await auditOf(house, at.id)).map((row) => row.action).sort()).toEqual([
      'create',
      'remove',
      'restore',
      // The choice to count both is kept with the total, and audited as any change of it.
      'update',
      'update',
    ]);
  });

  test('a month of a kind has one total', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const at = await output.createTally(january);
    await expect(output.createTally(january)).rejects.toMatchObject({
      cause: { failure: { code: 'value_taken', field: 'month', value: '2026-01' } },
    });
    const removed = await output.removeTally(at);
    await output.createTally({ ...january, count: 34 });
    await expect(output.restoreTally(removed)).rejects.toMatchObject({
      cause: { failure: { code: 'value_taken' } },
    });
    expect(await cells(house)).toEqual(['2026-01 graphic_piece 34 tally']);
  });

  test('the secretary reads them and may not keep one', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'secretary');
    expect(await output.listTallies({})).toEqual({ rows: [], total: 0 });
    await expect(output.createTally(january)).rejects.toMatchObject({
      cause: { failure: { code: 'role_not_allowed' } },
    });
  });
});
