import { describe, expect, test } from 'vitest';
import { changeOf, composeGrowth, type GrowthPoint } from '../../../shared/social/growth.ts';

const point = (day: string, value: number, source: GrowthPoint['source'] = 'api'): GrowthPoint => ({
  day,
  value,
  source,
  precision: 'exact',
  capturedAt: `${day}T10:10:00.000Z`,
});

const november = { from: '2026-11-01', to: '2026-11-30', today: '2026-11-22' };

describe('growth of a page', () => {
  test('a day without a reading is a gap, and days still to come are not', () => {
    const rows = [point('2026-11-01', 10), point('2026-11-02', 11), point('2026-11-05', 12)];
    const { points, gaps } = composeGrowth(rows, { ...november, isReadBefore: true });
    expect(points.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-05']);
    expect(gaps).toEqual([
      { from: '2026-11-03', to: '2026-11-04' },
      { from: '2026-11-06', to: '2026-11-22' },
    ]);
  });

  test('the days before a page was first read are no gap', () => {
    const bounds = { ...november, to: '2026-11-11' };
    const rows = [point('2026-11-10', 5), point('2026-11-11', 5)];
    expect(composeGrowth(rows, { ...bounds, isReadBefore: false }).gaps).toEqual([]);
    expect(composeGrowth(rows, { ...bounds, isReadBefore: true }).gaps).toEqual([
      { from: '2026-11-01', to: '2026-11-09' },
    ]);
  });

  test('a page that was never read has neither points nor gaps', () => {
    expect(composeGrowth([], { ...november, isReadBefore: false })).toEqual({
      points: [],
      gaps: [],
    });
  });

  test('of two sources on a day the network is believed first, then a file, then what was typed', () => {
    const rows = [
      point('2026-11-01', 1, 'manual'),
      point('2026-11-01', 2, 'import'),
      point('2026-11-02', 3, 'import'),
      point('2026-11-02', 4, 'api'),
    ];
    const { points } = composeGrowth(rows, { ...november, isReadBefore: false });
    expect(points.map(({ value }) => value)).toEqual([2, 4]);
  });

  test('a change needs two days', () => {
    expect(changeOf([point('2026-11-01', 10)])).toBeNull();
    expect(changeOf([point('2026-11-01', 10), point('2026-11-09', 7)])).toBe(-3);
  });
});
