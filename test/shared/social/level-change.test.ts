import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../shared/calendar/day.ts';
import { lastDayOf } from '../../../shared/calendar/same-days.ts';
import { comparedPeriod } from '../../../shared/social/compare-periods.ts';
import { engagementBeside, engagementFigure } from '../../../shared/social/engagement.ts';
import type { Period } from '../../../shared/social/figure-schemas.ts';
import { levelChange } from '../../../shared/social/level-change.ts';

const today = '2026-12-01';
const two = (number: number) => String(number).padStart(2, '0');
const span = (year: number, first: number, last: number): Period => ({
  from: `${year}-${two(first)}-01`,
  to: lastDayOf(`${year}-${two(last)}`),
});
const spansOf = (year: number, months: number) =>
  Array.from({ length: 12 / months }, (_, at) => span(year, at * months + 1, (at + 1) * months));

interface Read {
  day: string;
  value: number;
  precision: 'exact' | 'rounded';
}

function changeIn(readings: readonly Read[], period: Period) {
  const within = readings.filter(({ day }) => day >= period.from && day <= period.to);
  const bounds = {
    before: readings.findLast(({ day }) => day < period.from) ?? null,
    first: within[0] ?? null,
    last: within.at(-1) ?? null,
  };
  return levelChange(bounds, { network: 'facebook', metric: 'followers', period, today });
}

/** Readings of two years, of which a seed says which days were missed. */
function readingsOf(seed: number): Read[] {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const density = next() ** 3;
  const start = addDays('2019-11-01', Math.floor(next() * 200));
  const days = Array.from({ length: daysBetween(start, '2020-12-31') + 1 }, (_, at) =>
    addDays(start, at),
  );
  let value = 10_000;
  return days.flatMap((day) => {
    value += Math.floor(next() * 40) - 12;
    return next() < density ? [{ day, value, precision: 'exact' as const }] : [];
  });
}

const sum = (readings: readonly Read[], spans: readonly Period[]) =>
  spans.reduce((total, period) => total + (changeIn(readings, period)?.value ?? 0), 0);

describe('the change of a level', () => {
  test('of the months of a year add up to its quarters and to the year, whatever days were missed', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const readings = readingsOf(seed);
      const year = sum(readings, [span(2020, 1, 12)]);
      expect([sum(readings, spansOf(2020, 3)), sum(readings, spansOf(2020, 1))]).toEqual([
        year,
        year,
      ]);
    }
  });

  test('runs from the day before the period, and says so where it does not', () => {
    const read = (day: string, value: number, precision: Read['precision'] = 'exact') => ({
      day,
      value,
      precision,
    });
    const readings = [read('2026-02-28', 100), read('2026-03-01', 104), read('2026-03-31', 130)];
    const march = span(2026, 3, 3);
    expect(changeIn(readings, march)).toMatchObject({ value: 30, isSince: false, isWhole: true });
    const until22 = [read('2026-02-28', 100), read('2026-03-22', 120)];
    expect(changeIn(until22, march)).toMatchObject({
      value: 20,
      to: { day: '2026-03-22' },
      isWhole: false,
    });
    expect(changeIn(readings.slice(1), march)).toMatchObject({ value: 26, isSince: true });
    expect(changeIn([read('2026-03-08', 5)], march)).toBeNull();
    const rounded = [read('2026-02-28', 100, 'rounded'), read('2026-03-31', 130)];
    expect(changeIn(rounded, march)).toMatchObject({ precision: 'rounded' });
  });
});

test.each([
  ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31'],
  ['2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
  ['2026-11-02', '2026-11-08', '2026-10-26', '2026-11-01'],
  ['2026-12-01', '2026-12-31', '2026-11-01', '2026-11-01'],
])('the period before %s to %s is %s to %s', (from, to, start, end) => {
  expect(comparedPeriod({ from, to }, 'previous_period', today)).toEqual({ from: start, to: end });
});

describe('the engagements of a page', () => {
  const period = { from: '2026-01-01', to: '2026-11-30' };
  const posts = { posts: 900, counted: 890, engagements: 42_623 };
  const daysOf = (value: number, days: number, until: string) => ({
    value,
    days,
    until,
    precision: 'exact' as const,
    missingDays: 334 - days,
  });

  test('are those of its posts where ten days were read of eleven months', () => {
    const known = { days: daysOf(555, 10, '2026-01-10'), posts, period, today };
    expect(engagementFigure(known)).toEqual({
      of: 'posts',
      value: 42_623,
      posts: 900,
      counted: 890,
    });
    expect(engagementFigure({ ...known, posts: undefined })).toMatchObject({
      of: 'days',
      value: 555,
      missingDays: 324,
    });
  });

  test('are those of its days where they cover the period, and compare with nothing else', () => {
    const ofDays = engagementFigure({ days: daysOf(50_000, 334, period.to), posts, period, today });
    expect(ofDays).toMatchObject({ of: 'days', value: 50_000 });
    const before = { days: daysOf(9, 3, '2025-01-03'), posts, today };
    const beside = { ...before, period: { from: '2025-01-01', to: '2025-11-30' } };
    expect(ofDays && engagementBeside(ofDays, beside)).toBeNull();
  });
});
