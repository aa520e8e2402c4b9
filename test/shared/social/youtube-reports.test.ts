import { describe, expect, test } from 'vitest';
import { readDayReport, readViewerReport } from '../../../shared/social/youtube-reports.ts';

function report(names: string[], rows: unknown[][] | null) {
  return { columnHeaders: names.map((name) => ({ name, columnType: 'METRIC' })), rows };
}

const ofDays = ['day', 'views', 'subscribersGained', 'subscribersLost'];

describe('a report of days', () => {
  test('gives a figure of each metric of each day', () => {
    const read = readDayReport(report(ofDays, [['2026-11-10', 120, 3, 1]]));
    expect(read.failures).toEqual([]);
    expect(read.readings).toEqual([
      { metric: 'views', day: '2026-11-10', value: 120, precision: 'exact' },
      { metric: 'follows', day: '2026-11-10', value: 3, precision: 'exact' },
      { metric: 'unfollows', day: '2026-11-10', value: 1, precision: 'exact' },
    ]);
  });

  test('is read by the names of its columns, wherever they stand', () => {
    const read = readDayReport(report(ofDays.toReversed(), [[1, 3, 120, '2026-11-10']]));
    expect(read).toEqual(readDayReport(report(ofDays, [['2026-11-10', 120, 3, 1]])));
  });

  test('may write its numbers as text', () => {
    const read = readDayReport(report(ofDays, [['2026-11-10', '120', '3', '1']]));
    expect(read).toEqual(readDayReport(report(ofDays, [['2026-11-10', 120, 3, 1]])));
  });

  test('without rows has no figures, and no failure', () => {
    expect(readDayReport(report(ofDays, null))).toEqual({ readings: [], failures: [] });
  });

  test('makes no zero of a cell that is empty, or of a column that is gone', () => {
    const names = ['day', 'views', 'subscribersGained'];
    const read = readDayReport(report(names, [['2026-11-10', null, 3]]));
    expect(read.failures).toEqual([]);
    expect(read.readings.map(({ metric }) => metric)).toEqual(['follows']);
  });

  test.each([
    ['12,5', 'field_malformed'],
    ['1 200', 'field_malformed'],
    [1.5, 'field_malformed'],
    [{}, 'field_malformed'],
    [-3, 'value_negative'],
    ['-3', 'value_negative'],
  ])('makes no number of %j, and keeps the other days', (views, reason) => {
    const rows = [
      ['2026-11-10', views, 3, 1],
      ['2026-11-11', 120, 2, 0],
    ];
    const read = readDayReport(report(ofDays, rows));
    const told = read.readings.map(({ metric, day }) => `${metric} ${day.slice(-2)}`);
    expect(told).toEqual(['views 11', 'follows 10', 'follows 11', 'unfollows 10', 'unfollows 11']);
    const facts = { field: 'views', day: '2026-11-10', days: 1 };
    expect(read.failures).toMatchObject([{ metric: 'views', failure: { reason, facts } }]);
  });

  test('of another form says so', () => {
    expect(readDayReport({ kind: 'report' }).failures).toMatchObject([
      { metric: null, failure: { kind: 'changed_shape' } },
    ]);
    expect(readDayReport(report(ofDays, [['10/11/2026', 1, 2, 3]])).failures).toHaveLength(3);
  });
});

const ofViewers = ['ageGroup', 'gender', 'viewerPercentage'];

describe('a report of viewers', () => {
  test('gives shares in hundredths of a percent, also of numbers as text', () => {
    const rows = [
      ['age25-34', 'female', 31.27],
      ['age65-', 'male', '4.1'],
      ['age18-24', 'user_specified', 0],
    ];
    expect(readViewerReport(report(ofViewers, rows))).toEqual({
      failures: [],
      slices: [
        { dimension: 'age_gender', key: '25-34/F', value: 3127, unit: 'basis_points' },
        { dimension: 'age_gender', key: '65+/M', value: 410, unit: 'basis_points' },
        { dimension: 'age_gender', key: '18-24/U', value: 0, unit: 'basis_points' },
      ],
    });
  });

  test.each([['many'], [101], [-1], [{}], [[]]])('makes no share of %j', (share) => {
    const read = readViewerReport(report(ofViewers, [['age25-34', 'female', share]]));
    expect(read.slices).toEqual([]);
    expect(read.failures).toMatchObject([{ failure: { reason: 'field_malformed' } }]);
  });

  test('leaves out a share that is not given', () => {
    const read = readViewerReport(report(ofViewers, [['age25-34', 'female', null]]));
    expect(read).toEqual({ slices: [], failures: [] });
  });
});
