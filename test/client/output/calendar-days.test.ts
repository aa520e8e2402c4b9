import { describe, expect, test } from 'vitest';
import {
  daysOfWeek,
  turnedDay,
  weeksOfMonth,
} from '../../../client/output/calendar/calendar-days.ts';

describe('the days of a calendar', () => {
  test('weeks begin on Monday and a month shows every week it is in', () => {
    expect(daysOfWeek('2026-11-22')).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
    const november = weeksOfMonth('2026-11-22');
    expect(november).toHaveLength(6);
    expect(november[0]?.[0]).toBe('2026-10-26');
    expect(november.at(-1)?.[0]).toBe('2026-11-30');
    expect(weeksOfMonth('2021-02-10')).toHaveLength(4);
  });

  test('turning goes to the month or the week beside, over the end of a year too', () => {
    expect(turnedDay('2026-12-31', 'month', 1)).toBe('2027-01-01');
    expect(turnedDay('2026-01-15', 'month', -1)).toBe('2025-12-01');
    expect(turnedDay('2026-12-30', 'week', 1)).toBe('2027-01-06');
  });
});
