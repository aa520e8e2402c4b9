import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumberCell } from '../../../../shared/imports/sheets/read-number-cell.ts';
import type { SheetCell } from '../../../../shared/imports/sheets/sheet.ts';
import type { DecimalMark } from '../../../../shared/numbers/locale.ts';

const readNumber = (cell: SheetCell | undefined, mark?: DecimalMark) =>
  readNumberCell(cell, { mark });

const whole = fc.integer({ min: 0, max: 999_999_999_999 });
const fraction = fc.integer({ min: 0, max: 99 }).map((cents) => String(cents).padStart(2, '0'));
const amountOf = (reading: ReturnType<typeof readNumber>) =>
  'number' in reading ? Number(reading.number.value) : reading;

const parted = (value: number, sign: string) =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/g, sign);

describe('a number of a spreadsheet', () => {
  test('with its fraction is the same in either custom, and needs no question', () => {
    fc.assert(
      fc.property(whole, fraction, (value, cents) => {
        const expected = Number(`${value}.${cents}`);
        expect(amountOf(readNumber(`$ ${parted(value, '.')},${cents}`))).toBe(expected);
        expect(amountOf(readNumber(`${parted(value, ',')}.${cents} COP`))).toBe(expected);
        expect(amountOf(readNumber(`${value},${cents}`))).toBe(expected);
        expect(amountOf(readNumber(`${value}.${cents}`))).toBe(expected);
        expect(amountOf(readNumber(`(${value}.${cents})`))).toBe(0 - expected);
      }),
    );
  });

  test('with one sign before three digits is asked for, and each answer is kept to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }).map((rest) => String(rest).padStart(3, '0')),
        fc.constantFrom('.' as const, ',' as const),
        (head, rest, sign) => {
          const text = `${head}${sign}${rest}`;
          const own = sign === '.' ? 'point' : 'comma';
          const other = sign === '.' ? 'comma' : 'point';
          expect(readNumber(text)).toHaveProperty('ambiguous.length', 2);
          expect(amountOf(readNumber(text, own))).toBe(Number(`${head}.${rest}`));
          expect(amountOf(readNumber(text, other))).toBe(Number(`${head}${rest}`));
        },
      ),
    );
  });

  test('parted twice or more is of whole thousands, whatever was answered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('.', ',', ' ', '\u00a0', '’'),
        fc.constantFrom('comma' as const, 'point' as const, undefined),
        (value, sign, mark) => {
          expect(amountOf(readNumber(parted(value, sign), mark))).toBe(value);
        },
      ),
    );
  });

  test('of a workbook is exact as it stands, however small', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        expect(amountOf(readNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
    expect(readNumber(1e30)).toEqual({ refused: 'too_large' });
    expect(readNumber(Number.NaN)).toEqual({ refused: 'not_a_number' });
  });

  test('may be rounded in words, and says that it was', () => {
    expect(readNumber('15.8 mil')).toEqual({
      number: { value: '15800', isPercent: false, isRounded: true },
    });
    expect(amountOf(readNumber('15,8 mil seguidores'))).toBe(15_800);
    expect(amountOf(readNumber('$ 1,2 millones de pesos'))).toBe(1_200_000);
    expect(amountOf(readNumber('3 K'))).toBe(3_000);
  });

  test('of thousands of millions is asked for, as people write both', () => {
    expect(readNumber('$ 1.350 millones')).toEqual({ ambiguous: ['1350000', '1350000000'] });
    expect(amountOf(readNumber('$ 1.350 millones', 'comma'))).toBe(1_350_000_000);
    expect(amountOf(readNumber('1.350 millones', 'point'))).toBe(1_350_000);
    expect(amountOf(readNumber('1.350.000 mil'))).toBe(1_350_000_000);
  });

  test('as a percent says so, and keeps what is written', () => {
    expect(readNumber('85,28 %')).toEqual({
      number: { value: '85.28', isPercent: true, isRounded: false },
    });
    expect(amountOf(readNumber('100%'))).toBe(100);
  });

  test('is absent where nothing is said, and never zero', () => {
    for (const nothing of ['', '  ', '-', '—', 'N/A', 'Sin dato', 's/d', undefined]) {
      expect(readNumber(nothing)).toEqual({ absent: true });
    }
    expect(amountOf(readNumber('0'))).toBe(0);
  });

  test('is no number where it is half one, a failed formula or far too long', () => {
    for (const text of ['1,23,456', '1.2.3', '12 de mayo', '=2+3', '12 34', '1e5', '++3', '3-4']) {
      expect([text, readNumber(text)]).toEqual([text, { refused: 'not_a_number' }]);
    }
    expect(readNumber({ error: '#REF!' })).toEqual({ refused: 'error_cell' });
    expect(readNumber({ day: '2020-01-05' })).toEqual({ refused: 'not_a_number' });
    expect(readNumber('9'.repeat(40))).toEqual({ refused: 'too_large' });
  });

  test('of any text at all is a number, nothing, a question or a refusal, at once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const reading = readNumber(text);
        const kinds = ['number', 'absent', 'ambiguous', 'refused'];
        expect(kinds).toContain(Object.keys(reading)[0]);
        if ('number' in reading) expect(reading.number.value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
    expect(readNumber(`1${' '.repeat(50_000)}x`)).toEqual({ refused: 'not_a_number' });
    expect(readNumber(`${'1.000'.repeat(20_000)}`)).toEqual({ refused: 'not_a_number' });
  });
});
