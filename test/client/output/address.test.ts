import { describe, expect, test } from 'vitest';
import { cellText, daysOf, readCell } from '../../../client/output/cell-key.ts';
import { readOutputSearch } from '../../../client/output/output-search.ts';
import { itemOrders } from '../../../shared/output/item-order.ts';

describe('the address of the output page', () => {
  test('an open cell is read as it is written', () => {
    const cell = { month: '2026-03', kind: 'community_meeting' } as const;
    const { cell: text } = readOutputSearch({ cell: cellText(cell) });
    expect(readCell(text)).toEqual(cell);
  });

  test('says what items are sorted by', () => {
    for (const order of itemOrders) expect(readOutputSearch({ order })).toMatchObject({ order });
    expect(readOutputSearch({ order: 'state' }).order).toBeUndefined();
  });

  test('what is malformed counts as absent', () => {
    const search = { cell: '2026-13.event', view: 'table', page: '-1', from: '2026-05' };
    expect(Object.values(readOutputSearch(search)).filter((one) => one !== undefined)).toEqual([]);
    expect(readCell('2026-03.podcast')).toBeUndefined();
    expect(readCell(undefined)).toBeUndefined();
  });

  test('the days of a month end where the month does', () => {
    expect(daysOf('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOf('2028-02').to).toBe('2028-02-29');
    expect(daysOf('2026-12').to).toBe('2026-12-31');
  });
});
