import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../client/format/number.ts';
import type { Format } from '../../../client/format/use-format.ts';
import {
  isDecimalText,
  toDecimalText,
  typeDecimalText,
  writeDecimalText,
  writeRate,
} from '../../../client/press/decimal-text.ts';

const written = (locale: 'es-CO' | 'en-US') =>
  ({ locale, number: (value: number) => formatNumber(value, locale) }) as Format;
const spanish = written('es-CO');
const english = written('en-US');

describe('decimals as people type them', () => {
  test.each([
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1.560', '1560'],
    ['1.560,25', '1560.25'],
    ['0.125', '0.125'],
    [' 8 ', '8'],
    ['doce', 'doce'],
  ])('%s is sent as %s', (typed, sent) => {
    expect(toDecimalText(typed)).toBe(sent);
  });

  test('what is not a number above zero is not asked about', () => {
    expect(['12.5', '8'].map(isDecimalText)).toEqual([true, true]);
    expect(['', '0', '0.00', '-1', '1e3', '1.', 'doce'].some(isDecimalText)).toBe(false);
  });

  test('they are written in the language in use, every digit kept', () => {
    expect(writeDecimalText('1560.50', spanish)).toBe('1.560,50');
    expect(writeDecimalText('1560.50', english)).toBe('1,560.50');
    expect(typeDecimalText('1560.5', spanish)).toBe('1560,5');
    expect(toDecimalText(typeDecimalText('0.125', spanish))).toBe('0.125');
  });

  test.each([
    ['0.19', '19'],
    ['0.05', '5'],
    ['0.5', '50'],
    ['0.055', '5,5'],
    ['0', '0'],
    ['1', '100'],
  ])('a rate of %s is %s %%', (rate, percent) => {
    expect(writeRate(rate, spanish)).toBe(percent);
  });
});
