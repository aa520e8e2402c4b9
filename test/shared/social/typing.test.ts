import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedFigure as readIn } from '../../../shared/social/typed-figure.ts';
import { type FigureBesideLast, questionsOf } from '../../../shared/social/typing-questions.ts';

describe.each(['es-CO', 'en-US'] as const)('a figure that somebody types in %s', (locale) => {
  const readTypedFigure = (text: string) => readIn(text, locale);

  test.each([
    ['24591', 24_591],
    ['24.591', 24_591],
    ['24,591', 24_591],
    [' 1 204 ', 1_204],
    ['0', 0],
  ])('%s is exact', (text, value) => {
    expect(readTypedFigure(text)).toEqual({ value, precision: 'exact' });
  });

  test.each([
    ['15,8 mil', 15_800],
    ['12.5 MIL', 12_500],
    ['24.59K', 24_590],
    ['1,2 M', 1_200_000],
    ['2 millones', 2_000_000],
    ['1 millón', 1_000_000],
  ])('%s is rounded, as the network shows it', (text, value) => {
    expect(readTypedFigure(text)).toEqual({ value, precision: 'rounded' });
  });

  test.each(['12,5', '-3', '1.23', 'muchos', '24.59', '1.2.3', '01.234', '99999999999999999999'])(
    '%s is refused, not guessed',
    (text) => {
      expect(readTypedFigure(text)).toEqual({ refused: true });
    },
  );

  test('that is not there is absent, never zero', () => {
    expect(readTypedFigure('  ')).toEqual({ absent: true });
  });

  test('is the same however its thousands are set apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('en-US', 'es-CO', 'fr-FR'),
        (value, other) => {
          const written = new Intl.NumberFormat(other).format(value);
          expect(readTypedFigure(written)).toEqual({ value, precision: 'exact' });
        },
      ),
    );
  });
});

describe('what is asked of typed figures', () => {
  const day = '2020-12-31';
  const figure = (pageId: string, value: number, last: number | null): FigureBesideLast => ({
    pageId,
    metric: 'followers',
    value,
    last: last === null ? null : { value: last, day: '2020-12-30' },
  });
  const instagram = figure('instagram', 12_600, 15_750);
  const x = figure('x', 15_800, 12_480);

  test('two networks whose figures look swapped, as in the report of 2020, are asked about once', () => {
    const facebook = figure('facebook', 24_594, 24_591);
    expect(questionsOf([facebook, instagram, x], day)).toEqual([
      { asks: 'swap', figures: [instagram, x] },
    ]);
  });

  test('one figure that jumps is asked about, also when it lost or won a digit', () => {
    expect(questionsOf([instagram], day)).toEqual([{ asks: 'jump', figure: instagram }]);
    for (const value of [2_459, 245_910, 0]) {
      const typed = figure('facebook', value, 24_591);
      expect(questionsOf([typed], day)).toEqual([{ asks: 'jump', figure: typed }]);
    }
  });

  test('what moves as usual, is small or has nothing before it is not', () => {
    expect(questionsOf([figure('a', 24_700, 24_591)], day)).toEqual([]);
    expect(questionsOf([figure('a', 14, 3)], day)).toEqual([]);
    expect(questionsOf([figure('a', 90_000, null)], day)).toEqual([]);
  });

  test('after a long time more may have changed', () => {
    const old = { ...figure('a', 13_500, 10_000), last: { value: 10_000, day: '2020-10-31' } };
    expect(questionsOf([old], day)).toEqual([]);
    expect(questionsOf([figure('a', 13_500, 10_000)], day)).toHaveLength(1);
  });

  test('what happens in a day moves freely up to ten times', () => {
    const views = { ...figure('a', 5_000, 700), metric: 'views' as const };
    expect(questionsOf([views], day)).toEqual([]);
    expect(questionsOf([{ ...views, value: 8_000 }], day)).toHaveLength(1);
  });

  test('the same figures in another order are asked the same', () => {
    const asked = questionsOf([x, instagram], day);
    expect(asked).toEqual([{ asks: 'swap', figures: [x, instagram] }]);
  });
});
