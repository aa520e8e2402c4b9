import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Measures, type RateUnit, rateUnitsFor } from '../../../shared/press/measures.ts';
import { chooseRate, type RateTerms } from '../../../shared/press/rate-matching.ts';

describe('which price comes first', () => {
  const rate = (unit: RateUnit, change: Partial<RateTerms> = {}) => ({
    outletId: 'paper',
    format: 'print' as const,
    section: '',
    unit,
    validFrom: '2026-01-01',
    validTo: null,
    ...change,
  });
  const quarter = Measures.parse({ unit: 'page_fraction', fraction: '1/4' });
  const wanted = {
    outletId: 'paper',
    format: 'print' as const,
    section: '',
    units: rateUnitsFor(quarter),
    day: '2026-11-03',
  };
  const policy = { id: 'policy', format: 'print' as const, validFrom: '2026-01-01', validTo: null };

  test('the listed price of the part, then the page, then the flat price, then the policy of the format', () => {
    const all = [rate('flat'), rate('page_area'), rate('page_1'), rate('page_1_4')];
    expect(chooseRate(all, [policy], wanted)).toMatchObject({ unit: 'page_1_4' });
    expect(chooseRate(all.slice(0, 3), [policy], wanted)).toMatchObject({ unit: 'page_1' });
    expect(chooseRate(all.slice(0, 2), [policy], wanted)).toMatchObject({ unit: 'page_area' });
    expect(chooseRate(all.slice(0, 1), [policy], wanted)).toMatchObject({ unit: 'flat' });
    expect(chooseRate([], [policy], wanted)).toBe(policy);
  });

  test('a policy serves its format and its days alone; without it the gap is said', () => {
    expect(chooseRate([], [{ ...policy, format: 'radio' }], wanted)).toEqual({ gap: 'outlet' });
    expect(chooseRate([], [{ ...policy, validTo: '2026-10-31' }], wanted)).toEqual({
      gap: 'outlet',
    });
    expect(chooseRate([rate('second')], [], wanted)).toEqual({ gap: 'unit' });
  });

  test('nothing prices what somebody judged', () => {
    const units = rateUnitsFor(Measures.parse({ unit: 'manual', amountCop: 1, reason: 'x' }));
    expect(chooseRate([rate('flat')], [policy], { ...wanted, units })).toEqual({ gap: 'unit' });
  });

  test('the order in which rates are given does not matter', () => {
    const units = fc.constantFrom<RateUnit>('page_1_4', 'page_1', 'page_area', 'flat', 'note');
    const some = fc.uniqueArray(fc.tuple(units, fc.constantFrom('', 'Portada')), {
      selector: ([unit, section]) => `${unit} ${section}`,
    });
    fc.assert(
      fc.property(some, fc.constantFrom('', 'portada'), fc.nat(), (terms, section, turn) => {
        const rates = terms.map(([unit, of]) => rate(unit, { section: of }));
        const at = rates.length === 0 ? 0 : turn % rates.length;
        const turned = [...rates.slice(at), ...rates.slice(0, at)].reverse();
        const ask = { ...wanted, section };
        expect(chooseRate(turned, [policy], ask)).toEqual(chooseRate(rates, [policy], ask));
      }),
    );
  });
});
