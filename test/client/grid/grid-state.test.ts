import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GridRow } from '../../../client/grid/grid-rows.ts';
import {
  afterAction,
  type GridAction,
  type GridState,
  startGrid,
} from '../../../client/grid/grid-state.ts';
import { readTabSeparated, writeTabSeparated } from '../../../client/grid/tab-separated.ts';

const columns = ['title', 'day', 'place'];
const layout = { columns, shown: 30 };
const done = (state: GridState, ...actions: GridAction[]) =>
  actions.reduce((now, action) => afterAction(now, action, layout), state);

const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', 'Afiche', '1\n2'));
const place = fc.record({ row: fc.nat(29), column: fc.nat(2) });
const step = fc.record({ row: fc.integer({ min: -2, max: 2 }), column: fc.constantFrom(-1, 0, 1) });
const action: fc.Arbitrary<GridAction> = fc.oneof(
  fc.record({ do: fc.constant('select' as const), at: place, extend: fc.boolean() }),
  fc.record({
    do: fc.constant('move' as const),
    by: step,
    extend: fc.boolean(),
    wraps: fc.boolean(),
  }),
  fc.record({ do: fc.constant('type' as const), text }),
  fc.record({
    do: fc.constantFrom(
      'cancel' as const,
      'commit' as const,
      'clear' as const,
      'fillDown' as const,
      'removeRows' as const,
      'undo' as const,
      'redo' as const,
      'empty' as const,
    ),
  }),
  fc.record({
    do: fc.constant('paste' as const),
    block: fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
  }),
);

function undoAll(state: GridState): GridState {
  return state.past.length === 0 ? state : undoAll(done(state, { do: 'undo' }));
}
function redoAll(state: GridState): GridState {
  return state.future.length === 0 ? state : redoAll(done(state, { do: 'redo' }));
}

describe('the grid', () => {
  test('takes back everything that was done, and brings all of it again', () => {
    const start: GridRow[] = [{ title: 'Feria' }, { day: '01/03/2026' }];
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const end = done(startGrid(start), ...actions, { do: 'commit' });
        const back = undoAll(end);
        expect(back.rows).toEqual(start);
        expect(redoAll(back).rows).toEqual(redoAll(end).rows);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the rows it had before a step of which nothing changes', () => {
    const state = done(startGrid([{ title: 'Feria' }]), { do: 'type', text: 'Feria' });
    const same = done(state, { do: 'commit' });
    expect(same.past).toEqual([]);
    expect(same.rows).toBe(state.rows);
  });

  test('lays a block from the corner of what is marked, and fills it all with one cell', () => {
    const block = [
      ['Feria', '1/3/2026'],
      ['Foro', '2/3/2026'],
    ];
    const laid = done(
      startGrid([]),
      { do: 'select', at: { row: 1, column: 1 } },
      { do: 'paste', block },
    );
    expect(laid.rows).toEqual([
      {},
      { day: 'Feria', place: '1/3/2026' },
      { day: 'Foro', place: '2/3/2026' },
    ]);
    const filled = done(laid, { do: 'paste', block: [['Parque']] });
    expect(filled.rows[2]).toEqual({ day: 'Parque', place: 'Parque' });
  });

  test('fills down what stands at the top of what is marked, or over one cell', () => {
    const state = done(
      startGrid([{ title: 'Afiche', place: 'Parque' }]),
      { do: 'select', at: { row: 0, column: 0 } },
      { do: 'select', at: { row: 2, column: 0 }, extend: true },
      { do: 'fillDown' },
      { do: 'select', at: { row: 1, column: 2 } },
      { do: 'fillDown' },
    );
    expect(state.rows).toEqual([
      { title: 'Afiche', place: 'Parque' },
      { title: 'Afiche', place: 'Parque' },
      { title: 'Afiche' },
    ]);
  });

  test('goes on to the next row after the last column', () => {
    const next = done(
      startGrid([]),
      { do: 'select', at: { row: 0, column: 2 } },
      { do: 'move', by: { row: 0, column: 1 }, wraps: true },
    );
    expect(next.active).toEqual({ row: 1, column: 0 });
    const back = done(next, { do: 'move', by: { row: 0, column: -1 }, wraps: true });
    expect(back.active).toEqual({ row: 0, column: 2 });
  });
});

describe('what is on the clipboard', () => {
  test('is read as it was written, with tabs, quotes and line breaks inside cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('"', 'a"b', '"a"', 'uno\ndos', 'a\tb', '\r\n', ''),
    );
    const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(block, (rows) => {
        expect(readTabSeparated(writeTabSeparated(rows))).toEqual(rows);
      }),
    );
  });

  test('of Excel ends with a line break that begins no row', () => {
    expect(readTabSeparated('Feria\t"Parque\nprincipal"\r\nForo\t\r\n')).toEqual([
      ['Feria', 'Parque\nprincipal'],
      ['Foro', ''],
    ]);
  });

  test('may hold a quote that nothing closes', () => {
    expect(readTabSeparated('"Feria\tParque\nForo\tCasa')).toEqual([
      ['"Feria', 'Parque'],
      ['Foro', 'Casa'],
    ]);
  });
});
