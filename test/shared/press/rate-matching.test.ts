import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseRate,
  type RateTerms,
  type RateWanted,
  ratesOverlap,
} from '../../../shared/press/rate-matching.ts';

const wanted: RateWanted = {
  outletId: 'colombiano',
  format: 'print',
  section: '',
  units: ['page_area'],
  day: '2026-11-22',
};
const rate = (change: Partial<RateTerms> & { name?: string } = {}) => ({
  name: 'general',
  outletId: 'colombiano',
  format: 'print' as const,
  section: '',
  unit: 'page_area' as const,
  validFrom: '2026-01-01',
  validTo: null,
  ...change,
});

describe('the rate of an appearance', () => {
  test('is the one in force on the day of publication, its first and last days included', () => {
    const rates = [
      rate({ name: 'old', validFrom: '2025-01-01', validTo: '2026-11-21' }),
      rate({ name: 'new', validFrom: '2026-11-22', validTo: '2026-12-31' }),
    ];
    expect(chooseRate(rates, [], { ...wanted, day: '2026-11-21' })).toMatchObject({ name: 'old' });
    expect(chooseRate(rates, [], wanted)).toMatchObject({ name: 'new' });
    expect(chooseRate(rates, [], { ...wanted, day: '2026-12-31' })).toMatchObject({ name: 'new' });
    expect(chooseRate(rates, [], { ...wanted, day: '2027-01-01' })).toEqual({ gap: 'day' });
  });

  test('is that of its section where there is one, and the general one otherwise', () => {
    const rates = [rate(), rate({ name: 'front', section: 'Primera página' })];
    expect(chooseRate(rates, [], { ...wanted, section: 'primera  PAGINA' })).toMatchObject({
      name: 'front',
    });
    expect(chooseRate(rates, [], { ...wanted, section: 'Metro' })).toMatchObject({
      name: 'general',
    });
    expect(chooseRate(rates, [], wanted)).toMatchObject({ name: 'general' });
  });

  test('says what is missing when there is none', () => {
    expect(chooseRate([], [], wanted)).toEqual({ gap: 'outlet' });
    expect(chooseRate([rate({ outletId: 'qhubo' })], [], wanted)).toEqual({ gap: 'outlet' });
    expect(chooseRate([rate({ format: 'web' })], [], wanted)).toEqual({ gap: 'format' });
    expect(chooseRate([rate({ unit: 'note' })], [], wanted)).toEqual({ gap: 'unit' });
    expect(chooseRate([rate({ section: 'Deportes' })], [], wanted)).toEqual({ gap: 'section' });
  });

  test('does not depend on the order in which rates are listed', () => {
    const terms = fc.record({
      section: fc.constantFrom('', 'Deportes'),
      unit: fc.constantFrom('page_area' as const, 'note' as const),
      validFrom: fc.constantFrom('2026-01-01', '2026-06-01', '2026-12-01'),
      validTo: fc.constantFrom(null, '2026-05-31', '2026-11-30'),
    });
    fc.assert(
      fc.property(
        fc.array(terms, { maxLength: 8 }),
        fc.constantFrom('2026-03-01', '2026-07-01', '2026-12-24'),
        fc.constantFrom('', 'Deportes'),
        fc.infiniteStream(fc.nat()),
        (drawn, day, section, lots) => {
          const rates: ReturnType<typeof rate>[] = [];
          for (const [index, change] of drawn.entries()) {
            const next = rate({ ...change, name: `${index}` });
            if (!rates.some((other) => ratesOverlap(other, next))) rates.push(next);
          }
          const shuffled = rates
            .map((entry) => ({ entry, lot: lots.next().value ?? 0 }))
            .sort((one, other) => one.lot - other.lot)
            .map(({ entry }) => entry);
          const ask = { ...wanted, day, section };
          expect(chooseRate(shuffled, [], ask)).toEqual(chooseRate(rates, [], ask));
        },
      ),
    );
  });
});

describe('overlapping rates', () => {
  const first = rate({ validFrom: '2026-01-01', validTo: '2026-06-30' });

  test('two that hold on one same day overlap, touching ends included', () => {
    expect(ratesOverlap(first, rate({ validFrom: '2026-06-30' }))).toBe(true);
    expect(ratesOverlap(first, rate({ validFrom: '2026-07-01' }))).toBe(false);
    expect(ratesOverlap(rate({ validFrom: '2020-01-01' }), first)).toBe(true);
  });

  test('another outlet, format, section or unit is another rate', () => {
    expect(ratesOverlap(first, { ...first, outletId: 'qhubo' })).toBe(false);
    expect(ratesOverlap(first, { ...first, format: 'web' })).toBe(false);
    expect(ratesOverlap(first, { ...first, section: 'Deportes' })).toBe(false);
    expect(ratesOverlap(first, { ...first, unit: 'note' })).toBe(false);
  });

  test('it does not matter which is asked about which', () => {
    const day = fc.constantFrom('2026-01-01', '2026-03-01', '2026-03-02', '2026-09-09');
    fc.assert(
      fc.property(day, day, fc.option(day), fc.option(day), (from, otherFrom, to, otherTo) => {
        const one = rate({ validFrom: from, validTo: to });
        const other = rate({ validFrom: otherFrom, validTo: otherTo });
        expect(ratesOverlap(one, other)).toBe(ratesOverlap(other, one));
      }),
    );
  });
});
