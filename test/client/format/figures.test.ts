import { renderHook } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { formatDay, formatInstant } from '../../../client/format/day.ts';
import { formatMoney, formatShortMoney } from '../../../client/format/money.ts';
import { formatLongMonth, formatMonth, formatPeriod } from '../../../client/format/month-label.ts';
import {
  formatChange,
  formatNumber,
  formatShare,
  formatShortNumber,
} from '../../../client/format/number.ts';
import { useFormat } from '../../../client/format/use-format.ts';

const space = '\u00a0';

describe('figures as a Colombian office writes them', () => {
  test('counts group their thousands with points, four digits included', () => {
    expect(formatNumber(24_591)).toBe('24.591');
    expect(formatNumber(1_204)).toBe('1.204');
    expect(formatNumber(0)).toBe('0');
    expect(formatNumber(-3)).toBe('−3');
  });

  test('the largest whole number keeps every digit', () => {
    expect(formatNumber(Number.MAX_SAFE_INTEGER)).toBe('9.007.199.254.740.991');
  });

  test('pesos are whole, with their sign before the number', () => {
    expect(formatMoney(505_048_327)).toBe(`$${space}505.048.327`);
    expect(formatMoney(0)).toBe(`$${space}0`);
    expect(formatMoney(-450_000)).toBe(`−$${space}450.000`);
  });

  test('axes carry the short form', () => {
    expect(formatShortMoney(92_347_000)).toBe(`$${space}92,3${space}M`);
    expect(formatShortNumber(24_591)).toBe(`24,6${space}k`);
    expect(formatShortNumber(950)).toBe('950');
    expect(formatShortNumber(505_048_327)).toBe(`505${space}M`);
  });

  test('a change carries its sign and none when there is none', () => {
    expect([7, -1_204, 0].map((value) => formatChange(value))).toEqual(['+7', '−1.204', '0']);
  });

  test('a share is a percentage with one decimal at most', () => {
    expect(formatShare(0.125)).toBe(`12,5${space}%`);
    expect(formatShare(1)).toBe(`100${space}%`);
  });

  test('in English thousands take commas', () => {
    expect(formatNumber(24_591, 'en-US')).toBe('24,591');
    expect(formatMoney(505_048_327, 'en-US')).toBe(`$${space}505,048,327`);
  });
});

describe('days and months in words', () => {
  test('a day is day, short month and year', () => {
    expect(formatDay('2026-11-22')).toBe('22 nov 2026');
    expect(formatDay('2020-01-05')).toBe('5 ene 2020');
  });

  test('an instant is told in the time of the office, not of the reader', () => {
    expect(formatInstant('2026-11-22T03:05:00Z', 'America/Bogota')).toBe('21 nov 2026, 22:05');
    expect(formatInstant('2026-11-22T05:00:00Z', 'America/Bogota')).toBe('22 nov 2026, 00:00');
  });

  test('months and periods say each year once', () => {
    expect(formatMonth('2026-09')).toBe('sep 2026');
    expect(formatLongMonth('2026-11')).toBe('noviembre de 2026');
    expect(formatPeriod('2026-01', '2026-11')).toBe('ene – nov 2026');
    expect(formatPeriod('2025-11', '2026-03')).toBe('nov 2025 – mar 2026');
    expect(formatPeriod('2026-11', '2026-11')).toBe('nov 2026');
  });
});

describe('a writer of figures', () => {
  test('takes no place in a list for decimals', () => {
    const { result } = renderHook(() => useFormat());
    const { number, shortNumber, change, share, money, shortMoney } = result.current;
    const given: readonly unknown[] = [8_000, 3, [8_000]];
    for (const write of [number, shortNumber, change, share, money, shortMoney]) {
      expect((write as (...all: readonly unknown[]) => string)(...given)).toBe(write(8_000));
    }
    // @ts-expect-error a list passes the place of each figure beside it
    expect([2_000].map(number)).toEqual(['2.000']);
  });
});
