import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainValue } from '../../../shared/press/explain-valuation.ts';
import { fractions, type RateUnit, rateUnitsFor } from '../../../shared/press/measures.ts';
import {
  computeValue,
  type ValuationInputs,
  type ValuingRate,
} from '../../../shared/press/valuation.ts';

/** A ratio of whole numbers: what the rule is checked against. */
interface Ratio {
  top: bigint;
  bottom: bigint;
}

const one: Ratio = { top: 1n, bottom: 1n };

function ratio(text: string | number): Ratio {
  const [whole = '0', decimals = ''] = String(text).split('.');
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

const times = (a: Ratio, b: Ratio): Ratio => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const over = (a: Ratio, b: Ratio): Ratio => ({ top: a.top * b.bottom, bottom: a.bottom * b.top });
const halfUp = ({ top, bottom }: Ratio): bigint => (2n * top + bottom) / (2n * bottom);

function partOf(fraction: string): Ratio {
  const [top = '1', bottom = '1'] = fraction.split('/');
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

/** The size as written in the rule, unit by unit, in whole numbers alone. */
function sizeByRule({ measures, monthlyVisitors }: ValuationInputs, rate: ValuingRate): Ratio {
  const quantity = ratio(rate.unitQuantity);
  switch (measures.unit) {
    case 'page_area':
      return over(times(ratio(measures.widthCm), ratio(measures.heightCm)), quantity);
    case 'column_cm':
      return times(ratio(measures.columns), ratio(measures.heightCm));
    case 'second':
      return over(ratio(measures.seconds), quantity);
    case 'page_fraction':
      return rate.unit === 'page_area' || rate.unit === 'page_1' ? partOf(measures.fraction) : one;
    case 'cpm': {
      const views = measures.views ?? undefined;
      const shown = views ? ratio(views) : times(ratio(monthlyVisitors ?? 0), ratio('0.025'));
      return over(shown, ratio(1_000));
    }
    default:
      return one;
  }
}

function valueByRule(inputs: ValuationInputs, rate: ValuingRate): bigint {
  if (rate.unit === 'flat') return BigInt(rate.netPriceCop);
  const share = ratio(inputs.measures.share);
  return halfUp(times(times(ratio(rate.netPriceCop), sizeByRule(inputs, rate)), share));
}

const decimal = (max: number) =>
  fc.integer({ min: 1, max: max * 100 }).map((cents) => {
    const digits = String(cents).padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  });
const share = fc.oneof(
  fc.constant('1'),
  fc.integer({ min: 1, max: 999_999 }).map((part) => `0.${String(part).padStart(6, '0')}`),
);
const common = { share, isEstimated: fc.boolean() };
const sized = fc.oneof(
  fc.record({ unit: fc.constant('note' as const), ...common }),
  fc.record({
    unit: fc.constant('page_area' as const),
    widthCm: decimal(200),
    heightCm: decimal(200),
    ...common,
  }),
  fc.record({
    unit: fc.constant('column_cm' as const),
    columns: decimal(99),
    heightCm: decimal(200),
    ...common,
  }),
  fc.record({
    unit: fc.constant('page_fraction' as const),
    fraction: fc.constantFrom(...fractions),
    ...common,
  }),
  fc.record({ unit: fc.constant('second' as const), seconds: decimal(86_400), ...common }),
  fc.record({
    unit: fc.constant('cpm' as const),
    views: fc.option(fc.integer({ min: 1, max: 90_000_000 }).map(String)),
    ...common,
  }),
);

/** An appearance of any unit with a rate that prices it. */
const priced = fc
  .record({
    measures: sized,
    netPriceCop: fc.integer({ min: 1, max: 10_000_000_000 }),
    unitQuantity: decimal(9_999).filter((text) => Number(text) >= 1),
    vatRate: fc.constantFrom('0', '0.05', '0.19', '0.1905'),
    monthlyVisitors: fc.integer({ min: 1, max: 2_000_000_000 }),
    turn: fc.nat(),
  })
  .map(({ measures, turn, unitQuantity, monthlyVisitors, ...price }) => {
    const units: RateUnit[] = [...rateUnitsFor(measures), 'flat'];
    const unit = units[turn % units.length] ?? 'flat';
    const hasQuantity = unit === 'page_area' || unit === 'second';
    const rate: ValuingRate = {
      ...price,
      id: 'rate',
      section: '',
      unit,
      unitQuantity: hasQuantity ? unitQuantity : '1',
      validFrom: '2026-01-01',
      validTo: null,
      sourceType: 'published_tariff',
    };
    const of = { isOwnChannel: false, isPaid: false, monthlyVisitors };
    return { inputs: { ...of, measures, rate } satisfies ValuationInputs, rate };
  });

function valued(inputs: ValuationInputs) {
  const result = computeValue(inputs);
  if (result.standing !== 'valued') throw new Error(`expected a value, got ${result.standing}`);
  return result;
}

describe('the value of an appearance of any unit', () => {
  test('equals the rule in whole numbers, to the peso, and so does its VAT', () => {
    fc.assert(
      fc.property(priced, ({ inputs, rate }) => {
        const { valueCop, valueWithVatCop } = valued(inputs);
        expect(BigInt(valueCop)).toBe(valueByRule(inputs, rate));
        const vat = halfUp(times(ratio(valueCop), ratio(rate.vatRate)));
        expect(BigInt(valueWithVatCop)).toBe(BigInt(valueCop) + vat);
      }),
      { numRuns: 1_000 },
    );
  });

  test('never falls when the part about the entity, or the price, grows', () => {
    fc.assert(
      fc.property(priced, fc.integer({ min: 0, max: 1_000_000 }), ({ inputs, rate }, more) => {
        const small = valued(inputs).valueCop;
        const whole = { ...inputs, measures: { ...inputs.measures, share: '1' } };
        expect(valued(whole).valueCop).toBeGreaterThanOrEqual(small);
        const dearer = { ...rate, netPriceCop: rate.netPriceCop + more };
        expect(valued({ ...inputs, rate: dearer }).valueCop).toBeGreaterThanOrEqual(small);
      }),
    );
  });

  test('never falls when it is larger, longer or seen more', () => {
    const larger = fc.tuple(
      fc.constantFrom('widthCm', 'heightCm', 'columns', 'seconds', 'views'),
      fc.integer({ min: 0, max: 5_000 }),
    );
    fc.assert(
      fc.property(priced, larger, ({ inputs }, [name, more]) => {
        const size = (inputs.measures as Record<string, unknown>)[name];
        fc.pre(typeof size === 'string');
        const [whole = '0', decimals = ''] = String(size).split('.');
        const grown = `${BigInt(whole) + BigInt(more)}${decimals === '' ? '' : `.${decimals}`}`;
        const bigger = { ...inputs, measures: { ...inputs.measures, [name]: grown } };
        const small = valued(inputs).valueCop;
        expect(valued(bigger as ValuationInputs).valueCop).toBeGreaterThanOrEqual(small);
      }),
      { numRuns: 400 },
    );
  });

  test('a larger part of the page is never worth less than a smaller one', () => {
    const page = { id: 'page', section: '', unit: 'page_area', unitQuantity: '1560' } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (netPriceCop) => {
        const dates = { validFrom: '2026-01-01', validTo: null, vatRate: '0.19' };
        const sourceType = 'published_tariff' as const;
        const rate = { ...page, ...dates, sourceType, netPriceCop };
        const values = fractions.map((fraction) => {
          const measures = {
            unit: 'page_fraction',
            fraction,
            share: '1',
            isEstimated: false,
          } as const;
          return valued({ isOwnChannel: false, isPaid: false, measures, rate }).valueCop;
        });
        expect(values).toEqual([...values].sort((a, b) => b - a));
        expect(values[0]).toBe(netPriceCop);
      }),
    );
  });

  test('a total adds rounded values: rounding apart, it is off by half a peso for each at most', () => {
    fc.assert(
      fc.property(fc.array(priced, { minLength: 1, maxLength: 30 }), (all) => {
        const total = all.reduce((sum, { inputs }) => sum + BigInt(valued(inputs).valueCop), 0n);
        const exact = all.reduce(
          (sum, { inputs, rate }): Ratio => {
            const price = ratio(rate.netPriceCop);
            const size = times(sizeByRule(inputs, rate), ratio(inputs.measures.share));
            const next = rate.unit === 'flat' ? price : times(price, size);
            return {
              top: sum.top * next.bottom + next.top * sum.bottom,
              bottom: sum.bottom * next.bottom,
            };
          },
          { top: 0n, bottom: 1n },
        );
        const off = total * exact.bottom - exact.top;
        expect(2n * (off < 0n ? -off : off) <= BigInt(all.length) * exact.bottom).toBe(true);
      }),
    );
  });

  test('explains itself by a size, a rate and VAT, and by nothing else', () => {
    fc.assert(
      fc.property(priced, ({ inputs }) => {
        const steps = explainValue(inputs, computeValue(inputs)).map(({ step }) => step);
        expect(steps.filter((step) => step === 'rate')).toHaveLength(1);
        expect(steps.at(-1)).toBe('vat');
        const isShared = !/^1(\.0+)?$/.test(inputs.measures.share) && inputs.rate.unit !== 'flat';
        expect(steps.includes('share')).toBe(isShared);
      }),
    );
  });
});
