import { describe, expect, test } from 'vitest';
import { placeNotes } from '../../../client/social/chart-notes.ts';
import { drawnBy, valuesOf } from '../../../client/social/growth-series.ts';
import { sparklinePath } from '../../../client/ui/sparkline-path.ts';
import type { GrowthPoint } from '../../../shared/social/growth.ts';

function point(day: string, value: number, part: Partial<GrowthPoint> = {}): GrowthPoint {
  const capturedAt = '2026-11-22T10:00:00.000Z';
  return { day, value, source: 'api', precision: 'exact', capturedAt, ...part };
}

const readings = [
  point('2026-01-30', 10),
  point('2026-01-31', 20, { precision: 'rounded' }),
  point('2026-03-01', 30, { precision: 'estimated' }),
  point('2026-03-02', 40),
];
const months = ['2026-01', '2026-02', '2026-03'];

describe('the lines of a chart', () => {
  test('a month has the last of the followers and the sum of the views, and none where nothing was read', () => {
    expect(valuesOf(drawnBy('month', 'followers', readings), months, []).values).toEqual([
      20,
      null,
      40,
    ]);
    expect(valuesOf(drawnBy('month', 'views', readings), months, []).values).toEqual([
      30,
      null,
      70,
    ]);
  });

  test('a sum is no more exact than the least exact of its days', () => {
    const { precisions } = valuesOf(drawnBy('month', 'views', readings), months, []);
    expect(precisions).toEqual(['rounded', undefined, 'estimated']);
  });

  test('a line is cut on the day, or in the month, in which its figure was redefined', () => {
    const days = ['2026-03-01', '2026-03-02'];
    const cuts = (categories: string[], day: string) =>
      valuesOf(new Map(), categories, [day]).breaksAt;
    expect(cuts(days, '2026-03-02')).toEqual([1]);
    expect(cuts(months, '2026-02-14')).toEqual([1]);
    expect(cuts(months, '2026-04-01')).toEqual([]);
    expect(cuts(months, '2025-12-31')).toEqual([]);
  });
});

describe('what is marked on a chart', () => {
  const happening = { id: 'a', fromDay: '2026-01-15', toDay: '2026-02-10', label: 'Pauta' };

  test('is placed on its days within the chart, in order, and left out when it lies outside', () => {
    const others = [
      { ...happening, id: 'b', fromDay: '2025-01-01', toDay: '2025-12-31' },
      { ...happening, id: 'c', fromDay: '2025-12-01', toDay: '2027-01-01' },
    ];
    const flags = placeNotes([happening, ...others], months, 'month').map(({ flag }) => flag);
    expect(flags).toEqual([
      { id: 'c', from: '2026-01', to: '2026-03', label: 'Pauta' },
      { id: 'a', from: '2026-01', to: '2026-02', label: 'Pauta' },
    ]);
    expect(placeNotes([happening], [], 'day')).toEqual([]);
  });
});

describe('a sparkline', () => {
  const room = { width: 104, height: 24 };
  const daily = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-10', '2026-01-11'].map(
    (day, value) => ({ day, value }),
  );

  test('places each reading by its day and is cut where days were not read', () => {
    const path = sparklinePath(daily, room);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.startsWith('M2.0 22.0h0L12.0 17.0')).toBe(true);
    expect(path.endsWith('L102.0 2.0')).toBe(true);
  });

  test('of one reading is a dot, of none is nothing, and of equal ones runs in the middle', () => {
    expect(sparklinePath(daily.slice(0, 1), room)).toBe('M2.0 12.0h0');
    expect(sparklinePath([], room)).toBe('');
  });
});
