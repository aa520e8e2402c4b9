import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exampleFigure,
  type FigureKind,
  figureKinds,
  isWholeKind,
  readFigure,
  writeFigure,
} from '../../../shared/numbers/figure.ts';
import { markTold } from '../../../shared/numbers/read-digits.ts';
import type { readNumber } from '../../../shared/numbers/read-number.ts';
import { Measures, positiveDecimal } from '../../../shared/press/measures.ts';

const locales = ['es-CO', 'en-US'] as const;

/** What a reading comes to: the value, null, both readings, or the refusal. */
function cameTo(reading: ReturnType<typeof readNumber>) {
  if ('number' in reading) return reading.number.value;
  if ('ambiguous' in reading) return reading.ambiguous;
  return 'refused' in reading ? reading.refused : null;
}

const wholes = fc.maxSafeInteger().map((value) => String(Math.abs(value)));
const parts = fc
  .stringMatching(/^\d{0,6}$/)
  .map((part) => part.replace(/0+$/, ''))
  .filter((part) => part !== '');
const exact = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999_999 }).map(String), fc.option(parts, { nil: '' }))
  .map(([whole, part]) => (part ? `${whole}.${part}` : whole));
const times = fc
  .tuple(fc.integer({ min: 0, max: 86_399 }), fc.constantFrom('', '.5', '.25', '.05', '.1'))
  .map(([seconds, part]) => `${seconds}${part}`);
const valuesOf: Record<FigureKind, fc.Arbitrary<string>> = {
  whole: wholes,
  pesos: wholes,
  year: fc.integer({ min: 1900, max: 2199 }).map(String),
  decimal: exact,
  percent: exact,
  seconds: exact,
  duration: times,
};

describe('what the product writes', () => {
  test.each(figureKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
    'reads back to the same value: %s in %s',
    (kind, locale) => {
      fc.assert(
        fc.property(valuesOf[kind], (value) => {
          const written = writeFigure(value, kind, locale);
          expect([written, cameTo(readFigure(written, kind, locale))]).toEqual([written, value]);
        }),
        { numRuns: 500 },
      );
      const example = exampleFigure(kind, locale);
      expect(readFigure(example, kind, locale)).toHaveProperty('number');
    },
  );

  test('reads back below nothing too, where that may be said', () => {
    fc.assert(
      fc.property(exact, fc.constantFrom(...locales), (value, locale) => {
        const written = writeFigure(`-${value}`, 'percent', locale);
        const read = cameTo(readFigure(written, 'percent', locale, { isSigned: true }));
        expect([written, read]).toEqual([written, value === '0' ? '0' : `-${value}`]);
      }),
    );
  });

  test('in one language is the same value, or asked, in the other; never another value', () => {
    fc.assert(
      fc.property(exact, fc.constantFrom(...locales), (value, locale) => {
        const other = locale === 'es-CO' ? 'en-US' : 'es-CO';
        const written = writeFigure(value, 'decimal', locale);
        const read = cameTo(readFigure(written, 'decimal', other));
        // `1.560` says a thousand in Spanish; in English it is asked.
        expect(Array.isArray(read) ? read : [read]).toContain(value);
      }),
    );
  });

  test('of whole figures is the same in both languages, unasked', () => {
    fc.assert(
      fc.property(
        wholes,
        fc.constantFrom(...figureKinds.filter(isWholeKind)),
        fc.constantFrom(...locales),
        fc.constantFrom(...locales),
        (value, kind, locale, other) => {
          expect(cameTo(readFigure(writeFigure(value, kind, locale), kind, other))).toBe(value);
        },
      ),
    );
  });
});

describe('figures as people type them', () => {
  test.each([
    ['1.560.000,00', 'pesos', '1560000', '1560000'],
    ['2000000.00', 'pesos', '2000000', '2000000'],
    ['$ 18.400.000', 'pesos', '18400000', '18400000'],
    ['18,400,000', 'pesos', '18400000', '18400000'],
    ["$ 1'350.000", 'pesos', '1350000', '1350000'],
    ['1´350.000', 'pesos', '1350000', '1350000'],
    ["2.000'000.000", 'pesos', '2000000000', '2000000000'],
    ["$ 505'048.327", 'pesos', '505048327', '505048327'],
    ['$1.350.000,oo', 'pesos', '1350000', '1350000'],
    ['COP 1.350.000', 'pesos', '1350000', '1350000'],
    ['1.350.000 pesos m/cte', 'pesos', '1350000', '1350000'],
    ['1\u00a0350\u202f000', 'pesos', '1350000', '1350000'],
    ['1,5 millones', 'pesos', '1500000', '1500000'],
    ['1560000,5', 'pesos', 'not_whole', 'not_whole'],
    ['−$ 5', 'pesos', 'negative', 'negative'],
    ['1,560', 'pesos', '1560', '1560'],
    ['1,350.000', 'pesos', ['1350', '1350000'], ['1350', '1350000']],
    ['12,5', 'whole', 'not_whole', 'not_whole'],
    ['12.500', 'whole', '12500', '12500'],
    ['99999999999999999', 'whole', 'too_large', 'too_large'],
    ['1,560.5', 'decimal', '1560.5', '1560.5'],
    ['1.560,5', 'decimal', '1560.5', '1560.5'],
    ['1,560.50', 'decimal', '1560.5', '1560.5'],
    ['12.500', 'decimal', '12500', ['12.5', '12500']],
    ['1,560', 'decimal', ['1.56', '1560'], '1560'],
    ['12,5', 'decimal', '12.5', '12.5'],
    ['12.5', 'decimal', '12.5', '12.5'],
    ['0.125', 'decimal', '0.125', '0.125'],
    ['1,1250', 'decimal', '1.125', '1.125'],
    ['-8,5 %', 'percent', 'negative', 'negative'],
    ['1.2.3', 'decimal', 'not_a_number', 'not_a_number'],
    ['1,23,456', 'decimal', 'not_a_number', 'not_a_number'],
    ['12 34', 'decimal', 'not_a_number', 'not_a_number'],
    ['doce', 'decimal', 'not_a_number', 'not_a_number'],
    ['1:30', 'whole', 'not_a_number', 'not_a_number'],
    ['1:30', 'seconds', '90', '90'],
    ['1:30', 'duration', '90', '90'],
    ['1:02:05', 'duration', '3725', '3725'],
    ['0:12,5', 'duration', '12.5', '12.5'],
    ['90', 'duration', '90', '90'],
    ['90 s', 'duration', '90', '90'],
    ['1 min 30 s', 'duration', '90', '90'],
    ['1.30', 'duration', ['90', '1.3'], ['90', '1.3']],
    ['1,30', 'duration', ['90', '1.3'], ['90', '1.3']],
    ['1:75', 'duration', 'not_a_number', 'not_a_number'],
  ] as const)('%s as %s is %s in Spanish and %s in English', (text, kind, spanish, english) => {
    expect(cameTo(readFigure(text, kind, 'es-CO'))).toEqual(spanish);
    expect(cameTo(readFigure(text, kind, 'en-US'))).toEqual(english);
  });

  test('are absent in one way, and never zero', () => {
    for (const kind of figureKinds) {
      for (const nothing of ['', '  ', '\u00a0', '—', 'sin dato']) {
        expect(readFigure(nothing, kind, 'es-CO')).toEqual({ absent: true });
      }
    }
  });

  test('are settled by what the field may hold, where that leaves one reading', () => {
    expect(cameTo(readFigure('1,560', 'decimal', 'es-CO', { max: 200 }))).toBe('1.56');
    expect(cameTo(readFigure('1,565', 'decimal', 'es-CO', { decimals: 2 }))).toBe('1565');
    expect(cameTo(readFigure('1.560', 'decimal', 'en-US', { max: 1_560 }))).toEqual([
      '1.56',
      '1560',
    ]);
  });

  test('of any text at all are a number, nothing, a question or a refusal, at once', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: fc.constantFrom(..."0123456789.,:'- $%kMso") }),
        fc.constantFrom(...figureKinds),
        fc.constantFrom(...locales),
        (text, kind, locale) => {
          const reading = readFigure(text, kind, locale);
          expect(Object.keys(reading)).toHaveLength(1);
          if ('number' in reading) expect(reading.number.value).toMatch(/^\d+(\.\d*[1-9])?$/);
        },
      ),
    );
    const long = `1${' '.repeat(50_000)}x`;
    for (const kind of figureKinds)
      expect(readFigure(long, kind, 'es-CO')).toHaveProperty('refused');
  });
});

test.each([
  ['1.350.000', 'comma'],
  ["1'350.000", 'comma'],
  ['$ 12,5', 'comma'],
  ['1,350,000', 'point'],
  ['12.5 %', 'point'],
  ['1.350', undefined],
  ['1350', undefined],
] as const)('%s tells the mark of fractions: %s', (text, mark) => {
  expect(markTold(text)).toBe(mark);
});

test('the server takes exact text alone, and refuses what a screen should have read', () => {
  const size = positiveDecimal(6, 2);
  expect(['1560.5', '12', '0.25'].every((text) => size.safeParse(text).success)).toBe(true);
  for (const text of ['1.560,5', '1,560.5', '12,5', '$ 5', '1e3', '-1', '1:30', '', '1.560.000']) {
    expect([text, size.safeParse(text).success]).toEqual([text, false]);
  }
  for (const amountCop of [null, '', '1.560', Number.NaN, 1.5]) {
    expect(Measures.safeParse({ unit: 'manual', amountCop, reason: 'x' }).success).toBe(false);
  }
});
