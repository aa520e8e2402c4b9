import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, monthOf } from '../../../shared/calendar/day.ts';
import { addMonths } from '../../../shared/calendar/month.ts';
import { comparedDays, lastDayOf } from '../../../shared/calendar/same-days.ts';

describe('what an unfinished month is compared with', () => {
  test('the same days of the other, whatever its length', () => {
    for (const [month, other, today, to] of [
      ['2026-11', '2026-10', '2026-11-15', '2026-10-15'],
      ['2026-11', '2026-10', '2026-11-29', '2026-10-29'],
      ['2026-11', '2025-11', '2026-11-01', '2025-11-01'],
      ['2026-03', '2026-02', '2026-03-30', '2026-02-28'],
      ['2028-03', '2028-02', '2028-03-30', '2028-02-29'],
      ['2028-02', '2027-02', '2028-02-28', '2027-02-28'],
    ] as const) {
      const from = `${other}-01`;
      expect([today, comparedDays(month, other, today)]).toEqual([today, { from, to }]);
    }
  });

  test('the whole other on its last day and once it is over; nothing before it begins', () => {
    expect(comparedDays('2026-11', '2026-10', '2026-11-30')).toBe('whole');
    expect(comparedDays('2026-02', '2026-01', '2026-02-28')).toBe('whole');
    expect(comparedDays('2028-02', '2027-02', '2028-02-29')).toBe('whole');
    expect(comparedDays('2026-10', '2026-09', '2026-11-15')).toBe('whole');
    expect(comparedDays('2026-12', '2026-11', '2026-11-15')).toBe('none');
  });

  test('never more days than the month has had, and never beyond the other', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: -24, max: -1 }), (today, back) => {
        const other = addMonths(monthOf(today), back);
        const compared = comparedDays(monthOf(today), other, today);
        if (compared === 'whole') return today === lastDayOf(monthOf(today));
        if (compared === 'none') return false;
        const isWithin = compared.to <= lastDayOf(other) && compared.from === `${other}-01`;
        return isWithin && compared.to.slice(8) <= today.slice(8);
      }),
    );
  });
});
