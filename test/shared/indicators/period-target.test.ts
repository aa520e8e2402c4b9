import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listMonths } from '../../../shared/calendar/month.ts';
import {
  daysOfMonth,
  monthsAgainstYear,
  periodTarget,
} from '../../../shared/indicators/period-target.ts';
import { lightOf } from '../../../shared/indicators/progress.ts';
import { yearlySums } from '../../../shared/indicators/schemas.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const months = listMonths('2026-01', '2026-12');
const each = (target: string) => Object.fromEntries(months.map((month) => [month, target]));
const today = '2026-11-15';

describe('the target of a period', () => {
  test('to date adds the months that passed and the share of the one that has not ended', () => {
    const asked = periodTarget(year, today, { year: '120', monthly: each('10') }, 'sum');
    expect(asked).toEqual({
      value: '120',
      of: 'year',
      toDate: '105',
      months: null,
      unfinished: { month: '2026-11', days: 15, of: 30 },
    });
  });

  test('of a level is that of the last month that ended, and of a rate the mean', () => {
    const monthly = { ...each('70'), '2026-10': '72', '2026-11': '99' };
    const set = { year: '75', monthly };
    expect(periodTarget(year, today, set, 'last')).toMatchObject({ value: '75', toDate: '72' });
    expect(periodTarget(year, today, set, 'average').toDate).toBe('72.82');
  });

  test('says of how many months it tells; without any, there is none to date, however long the year', () => {
    const monthly = { '2026-01': '5', '2026-03': '5' };
    expect(periodTarget(year, today, { year: '20', monthly }, 'sum')).toMatchObject({
      toDate: '10',
      months: { has: 2, of: 11 },
    });
    const nothing = periodTarget(year, today, { year: '20', monthly: {} }, 'sum');
    expect(nothing).toMatchObject({ value: '20', of: 'year', toDate: null, months: null });
  });

  test('of a quarter and of two days is made of their months, of a year that is over its own', () => {
    const set = { year: '120', monthly: each('30') };
    const quarter = { from: '2026-01-01', to: '2026-03-31' };
    expect(periodTarget(quarter, today, set, 'sum')).toMatchObject({
      value: '90',
      of: 'months',
      toDate: '90',
      unfinished: null,
    });
    const ten = { from: '2026-04-11', to: '2026-04-20' };
    expect(periodTarget(ten, today, set, 'sum').value).toBe('10');
    const over = periodTarget(year, '2027-02-01', set, 'sum');
    expect(over).toMatchObject({ value: '120', toDate: '120', unfinished: null });
    const ahead = { from: '2026-12-01', to: '2026-12-31' };
    expect(periodTarget(ahead, today, set, 'sum')).toMatchObject({ value: '30', toDate: null });
  });

  test('of months adds up to that of the time that they make, wherever it is cut', () => {
    const monthly = Object.fromEntries(months.map((month, at) => [month, String((at + 1) * 31)]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.constantFrom(...yearlySums), (cut, how) => {
        const set = { year: null, monthly };
        const upTo = (month: string) => ({ from: year.from, to: daysOfMonth(month).to });
        const whole = periodTarget(upTo(months[cut] as string), '2027-01-01', set, how);
        const parts = months
          .slice(0, cut + 1)
          .map((month) => Number(periodTarget(daysOfMonth(month), '2027-01-01', set, how).value));
        const sum = parts.reduce((total, part) => total + part, 0);
        const said = { sum, last: parts.at(-1), average: sum / parts.length }[how] as number;
        expect(Number(whole.value)).toBeCloseTo(said, 2);
      }),
    );
  });
});

test('months that do not make their year are told, and those that do or leave it open are not', () => {
  expect(monthsAgainstYear(2026, '120', each('10'), 'sum')).toBeNull();
  expect(monthsAgainstYear(2026, '100', each('10'), 'sum')).toBe('120');
  expect(monthsAgainstYear(2026, '100', { '2026-01': '10' }, 'sum')).toBeNull();
  expect(monthsAgainstYear(2026, '100', { '2026-01': '110' }, 'sum')).toBe('110');
  expect(monthsAgainstYear(2026, '75', { ...each('70'), '2026-12': '75' }, 'last')).toBeNull();
  expect(monthsAgainstYear(2026, '75', each('70'), 'last')).toBe('70');
  expect(monthsAgainstYear(2026, '70', each('70'), 'average')).toBeNull();
  expect(monthsAgainstYear(2026, null, each('70'), 'sum')).toBeNull();
  expect(monthsAgainstYear(2026, '70', {}, 'last')).toBeNull();
});

test.each([
  ['100', '90', 'increase', 'green'],
  ['100', '89.99', 'increase', 'amber'],
  ['100', '70', 'increase', 'amber'],
  ['100', '69', 'increase', 'red'],
  ['10', '10', 'decrease', 'green'],
  ['10', '12', 'decrease', 'amber'],
  ['10', '20', 'decrease', 'red'],
  [null, '20', 'decrease', null],
  ['10', null, 'increase', null],
] as const)('against %s, %s (%s) is %s', (target, achieved, direction, light) => {
  expect(lightOf(target, achieved, direction)).toBe(light);
});
