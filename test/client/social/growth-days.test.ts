import { describe, expect, test } from 'vitest';
import {
  countGapDays,
  daysOfMonths,
  listDays,
  pointsByDay,
} from '../../../client/social/growth-days.ts';
import { colorsOfPages } from '../../../client/social/network-colors.ts';
import type { Growth } from '../../../shared/social/growth.ts';

const point = (day: string) => ({
  day,
  value: 10,
  source: 'api' as const,
  precision: 'exact' as const,
  capturedAt: `${day}T10:10:00.000Z`,
});

describe('the days of the growth chart', () => {
  test('are those of the months, up to today', () => {
    const months = { from: '2026-01', to: '2026-02' };
    expect(daysOfMonths(months, '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-02-28' });
    expect(daysOfMonths(months, '2026-02-10')).toEqual({ from: '2026-01-01', to: '2026-02-10' });
    expect(daysOfMonths({ from: '2026-12', to: '2026-12' }, '2026-11-22')).toEqual({
      from: '2026-12-01',
      to: '2026-12-01',
    });
  });

  test('are all there, with or without a reading', () => {
    const days = listDays({ from: '2026-02-27', to: '2026-03-02' });
    expect(days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    const points = pointsByDay({ points: [point('2026-02-28')], gaps: [] });
    expect(days.map((day) => points.get(day)?.value ?? null)).toEqual([null, 10, null, null]);
  });

  test('without a reading are counted once for all pages', () => {
    const first: Growth = { points: [], gaps: [{ from: '2026-11-01', to: '2026-11-03' }] };
    const second: Growth = { points: [], gaps: [{ from: '2026-11-03', to: '2026-11-04' }] };
    expect(countGapDays([first, second])).toBe(4);
    expect(countGapDays([{ points: [point('2026-11-01')], gaps: [] }])).toBe(0);
  });
});

describe('the colours of pages drawn together', () => {
  test("are their networks' while each is on another, and otherwise differ page by page", () => {
    expect(colorsOfPages(['x', 'facebook'])).toEqual(['grey', 'blue']);
    const many = colorsOfPages(Array.from({ length: 7 }, () => 'facebook' as const));
    expect(new Set(many).size).toBe(7);
  });
});
