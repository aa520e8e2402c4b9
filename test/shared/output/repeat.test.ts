import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../shared/calendar/day.ts';
import { mostRepeats, repeatDays, repeatSteps } from '../../../shared/output/repeat.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));

describe('the days of a series', () => {
  test('begin with the first, go on in order and never pass the last', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...repeatSteps), fc.nat(1_500), (first, every, length) => {
        const until = addDays(first, length);
        const days = repeatDays(first, { every, until });
        expect(days[0]).toBe(first);
        expect(days.every((one) => one >= first && one <= until)).toBe(true);
        expect([...days].sort()).toEqual(days);
        expect(days.length).toBeLessThanOrEqual(mostRepeats + 1);
        const gaps = days.slice(1).map((one, at) => daysBetween(days[at] ?? one, one));
        const fits = { week: 7, two_weeks: 14, month: 28 }[every];
        expect(gaps.every((gap) => (every === 'month' ? gap >= fits : gap === fits))).toBe(true);
      }),
    );
  });

  test('each month are the same day, and leave out months without it', () => {
    const until = '2026-06-30';
    expect(repeatDays('2026-01-31', { every: 'month', until })).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
    expect(repeatDays('2026-02-01', { every: 'month', until: '2026-01-01' })).toEqual([]);
  });
});
