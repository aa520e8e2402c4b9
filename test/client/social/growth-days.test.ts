import { describe, expect, test } from 'vitest';
import {
  countDaysRead,
  daysOfMonths,
  grainOf,
  listCategories,
  listDays,
  pointsBy,
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
    const points = pointsBy('day', { points: [point('2026-02-28')], gaps: [] });
    expect(days.map((day) => points.get(day)?.value ?? null)).toEqual([null, 10, null, null]);
  });

  test('become months over a long period, each with its last reading', () => {
    const long = { from: '2025-01-01', to: '2026-03-10' };
    expect(grainOf({ from: '2026-01-01', to: '2026-12-31' })).toBe('day');
    expect(grainOf(long)).toBe('month');
    expect(listCategories(long, 'month')).toHaveLength(15);
    const points = [point('2025-02-01'), { ...point('2025-02-20'), value: 30 }];
    const byMonth = pointsBy('month', { points, gaps: [] });
    expect(byMonth.get('2025-01')).toBeUndefined();
    expect(byMonth.get('2025-02')).toMatchObject({ day: '2025-02-20', value: 30 });
  });

  test('count as read when every page was read on them', () => {
    const read = (...days: string[]): Growth => ({ points: days.map(point), gaps: [] });
    expect(countDaysRead([read('2026-11-01', '2026-11-02'), read('2026-11-02')])).toBe(1);
    expect(countDaysRead([read('2026-11-01')])).toBe(1);
    expect(countDaysRead([read('2026-11-01'), read()])).toBe(0);
    expect(countDaysRead([])).toBe(0);
  });
});

describe('the colours of pages drawn together', () => {
  test("are their networks' while each is on another, and otherwise differ page by page", () => {
    expect(colorsOfPages(['x', 'facebook'])).toEqual(['grey', 'blue']);
    const many = colorsOfPages(Array.from({ length: 7 }, () => 'facebook' as const));
    expect(new Set(many).size).toBe(7);
  });
});
