import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agree, roundingStep } from '../../../shared/reports/precision.ts';

const rounded = (value: number, asPrinted?: string) => ({
  value,
  precision: 'rounded' as const,
  asPrinted,
});
const exact = (value: number) => ({ value, precision: 'exact' as const });

describe('how exact a printed figure is', () => {
  test.each([
    ['15.8 mil seguidores', 15_800, 100],
    ['12,0 mil', 12_000, 100],
    ['12 mil', 12_000, 1_000],
    ['1,25 millones', 1_250_000, 10_000],
    ['$ 92,3 M', 92_300_000, 100_000],
    ['3 mil millones', 3_000_000_000, 1_000_000_000],
    ['3.4K', 3_400, 100],
    ['24.600', 24_600, 100],
    ['0', 0, 1],
  ])('%s was rounded to its last digit', (asPrinted, value, step) => {
    expect(roundingStep(rounded(value, asPrinted))).toBe(step);
  });

  test('a figure that was not rounded has no step, however it is printed', () => {
    expect(roundingStep({ ...exact(15_800), asPrinted: '15.8 mil' })).toBe(0);
    expect(roundingStep({ value: 15_800, precision: 'estimated' })).toBe(0);
  });

  test('exact figures agree only when they are the same', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (one, other) => {
        expect(agree(exact(one), exact(other))).toBe(one === other);
      }),
    );
  });

  test('whatever is rounded, up, down or to the nearest, still agrees with itself', () => {
    const figures = fc.tuple(fc.nat(10_000_000), fc.constantFrom(10, 100, 1_000, 10_000));
    fc.assert(
      fc.property(figures, fc.constantFrom('floor', 'round', 'ceil'), ([value, step], way) => {
        const shown = Math[way](value / step) * step;
        const decimals = Math.max(0, 4 - Math.log10(step));
        const asPrinted = `${(shown / 10_000).toFixed(decimals)} M`;
        fc.pre(shown > 0);
        expect(agree(rounded(shown), exact(value))).toBe(true);
        expect(roundingStep(rounded(shown * 100, asPrinted))).toBe(step * 100);
      }),
    );
  });

  test('beyond its step a rounded figure differs', () => {
    expect(agree(rounded(12_500, '12.5 mil'), exact(12_600))).toBe(true);
    expect(agree(rounded(12_500, '12.5 mil'), exact(12_601))).toBe(false);
    expect(agree(exact(12_399), rounded(12_500, '12.5 mil'))).toBe(false);
  });
});
