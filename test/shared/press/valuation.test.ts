import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueClipping } from '../../../shared/press/explain-valuation.ts';
import { type Measures, rateUnitsFor } from '../../../shared/press/measures.ts';
import { netPrice, type ValuingRate, vatOf } from '../../../shared/press/valuation.ts';

const page: ValuingRate = {
  id: 'page',
  section: '',
  unit: 'page_area',
  unitQuantity: '1560',
  netPriceCop: 18_400_000,
  vatRate: '0.19',
  validFrom: '2026-01-01',
  validTo: null,
  sourceType: 'published_tariff',
};

const square = (widthCm: string, heightCm: string, share = '1'): Measures => ({
  unit: 'page_area',
  widthCm,
  heightCm,
  share,
  isEstimated: false,
});

const pricedBy = (measures: Measures): ValuingRate => ({
  ...page,
  unit: rateUnitsFor(measures)[0] ?? 'flat',
});

function value(measures: Measures, rate: ValuingRate = pricedBy(measures)) {
  const result = valueClipping({ isOwnChannel: false, isPaid: false, measures, rate });
  if (result.standing !== 'valued') throw new Error(`expected a value, got ${result.standing}`);
  return result;
}

/** A decimal text as a fraction of whole numbers, computed without decimals of any kind. */
function fraction(text: string): [bigint, bigint] {
  const [whole = '0', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

/** `price × sizes × share / quantity`, rounded half up, in whole numbers alone. */
function byWholeNumbers(price: number, factors: string[], quantity: string): bigint {
  let top = BigInt(price);
  let bottom = 1n;
  for (const factor of factors) {
    const [over, under] = fraction(factor);
    top *= over;
    bottom *= under;
  }
  const [over, under] = fraction(quantity);
  top *= under;
  bottom *= over;
  return (2n * top + bottom) / (2n * bottom);
}

const decimal = (max: number, decimals: number) =>
  fc.integer({ min: 1, max: max * 10 ** decimals }).map((number) => {
    const digits = String(number).padStart(decimals + 1, '0');
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  });
/** Of a page or a spot: from one square centimetre or second, as rates have it. */
const quantity = (max: number) => decimal(max, 2).filter((text) => Number(text) >= 1);
const price = fc.integer({ min: 1, max: 10_000_000_000 });
const share = fc.oneof(fc.constant('1'), decimal(1, 6));

describe('the value of an appearance', () => {
  test('a piece of 12 × 8 cm on a page of 1.560 cm² at $ 18.400.000 is worth $ 1.132.308', () => {
    expect(value(square('12', '8'))).toEqual({
      standing: 'valued',
      valueCop: 1_132_308,
      valueWithVatCop: 1_132_308 + 215_139,
      grade: 'A',
      steps: [
        { step: 'area', widthCm: '12', heightCm: '8', areaCm2: '96', pageCm2: '1560' },
        {
          step: 'rate',
          netPriceCop: 18_400_000,
          section: '',
          validFrom: '2026-01-01',
          validTo: null,
          sourceType: 'published_tariff',
        },
        { step: 'vat', vatRate: '0.19', vatCop: 215_139, of: 'rate' },
      ],
      because: [],
    });
  });

  test('half a peso goes up, less than half goes down', () => {
    const rate = { ...page, unit: 'note' as const, unitQuantity: '1', netPriceCop: 3 };
    const note = (share: string): Measures => ({ unit: 'note', share, isEstimated: false });
    expect(value(note('0.5'), rate).valueCop).toBe(2);
    expect(value(note('0.499999'), rate).valueCop).toBe(1);
  });

  test('only the municipal part of a piece is worth something to it, and the explanation says so', () => {
    const half = value(square('12', '8', '0.5'));
    expect(half.valueCop).toBe(566_154);
    expect(half.steps).toContainEqual({ step: 'share', share: '0.5' });
  });

  test('seconds are prorated, never rounded up to the spot of reference', () => {
    const seconds = (text: string): Measures => ({
      unit: 'second',
      seconds: text,
      share: '1',
      isEstimated: false,
    });
    const spot = { ...page, unit: 'second' as const, unitQuantity: '30', netPriceCop: 900_000 };
    expect(value(seconds('30'), spot).valueCop).toBe(900_000);
    expect(value(seconds('31'), spot).valueCop).toBe(930_000);
    expect(value(seconds('7.5'), spot).valueCop).toBe(225_000);
  });

  test('paid space and own channels are worth 0 and are told apart', () => {
    const inputs = { measures: square('12', '8'), rate: page };
    expect(valueClipping({ ...inputs, isOwnChannel: false, isPaid: true })).toEqual({
      standing: 'not_counted',
      reason: 'paid',
      valueCop: 0,
      valueWithVatCop: 0,
      steps: [],
      because: [],
    });
    expect(valueClipping({ ...inputs, isOwnChannel: true, isPaid: false })).toMatchObject({
      standing: 'not_counted',
      reason: 'own_channel',
    });
  });

  test('without a rate there is no value, and it is not 0', () => {
    fc.assert(
      fc.property(decimal(200, 2), decimal(200, 2), share, (width, height, part) => {
        const result = valueClipping({
          isOwnChannel: false,
          isPaid: false,
          measures: square(width, height, part),
          rate: { gap: 'day' },
        });
        expect(result).toEqual({
          standing: 'unvalued',
          reason: 'day',
          valueCop: null,
          valueWithVatCop: null,
          steps: [],
          because: [],
        });
      }),
    );
  });

  test('it equals the same sum in whole numbers, to the peso, for any page, size and part', () => {
    fc.assert(
      fc.property(
        price,
        decimal(200, 2),
        decimal(200, 2),
        share,
        quantity(999_999),
        (netPriceCop, width, height, part, pageCm2) => {
          const rate = { ...page, netPriceCop, unitQuantity: pageCm2 };
          const exact = byWholeNumbers(netPriceCop, [width, height, part], pageCm2);
          expect(BigInt(value(square(width, height, part), rate).valueCop)).toBe(exact);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('it equals the same sum in whole numbers for column-centimetres and for seconds', () => {
    fc.assert(
      fc.property(price, decimal(99, 2), decimal(200, 2), share, (net, columns, heightCm, part) => {
        const byColumn = value(
          { unit: 'column_cm', columns, heightCm, share: part, isEstimated: false },
          { ...page, unit: 'column_cm', unitQuantity: '1', netPriceCop: net },
        );
        expect(BigInt(byColumn.valueCop)).toBe(byWholeNumbers(net, [columns, heightCm, part], '1'));
        const bySecond = value(
          { unit: 'second', seconds: heightCm, share: part, isEstimated: false },
          { ...page, unit: 'second', unitQuantity: columns, netPriceCop: net },
        );
        expect(BigInt(bySecond.valueCop)).toBe(byWholeNumbers(net, [heightCm, part], columns));
      }),
    );
  });

  test('a larger piece is never worth less', () => {
    fc.assert(
      fc.property(
        price,
        decimal(150, 2),
        decimal(200, 2),
        decimal(50, 2),
        (net, width, height, more) => {
          const rate = { ...page, netPriceCop: net };
          const wider = (Number(width) + Number(more)).toFixed(2);
          const small = value(square(width, height), rate).valueCop;
          expect(value(square(wider, height), rate).valueCop).toBeGreaterThanOrEqual(small);
        },
      ),
    );
  });
});

describe('VAT', () => {
  test('a price that includes it is kept without it', () => {
    expect(netPrice(1_190_000, '0.19', true)).toBe(1_000_000);
    expect(netPrice(100, '0.19', true)).toBe(84);
    expect(netPrice(1_000_000, '0.19', false)).toBe(1_000_000);
  });

  test('it is rounded half up to the whole peso, as in whole numbers', () => {
    expect(vatOf(50, '0.19')).toBe(10);
    fc.assert(
      fc.property(price, fc.constantFrom('0', '0.05', '0.19', '0.1905'), (net, rate) => {
        expect(BigInt(vatOf(net, rate))).toBe(byWholeNumbers(net, [rate], '1'));
      }),
    );
  });

  test('taking it off and putting it back moves a price by at most one peso', () => {
    fc.assert(
      fc.property(price, (gross) => {
        const net = netPrice(gross, '0.19', true);
        expect(Math.abs(net + vatOf(net, '0.19') - gross)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the grade', () => {
  const measured = square('12', '8');
  test.each([
    ['A', 'published_tariff', measured],
    ['B', 'quotation', measured],
    ['B', 'published_tariff', { ...measured, isEstimated: true }],
    ['C', 'flat_policy', measured],
    ['C', 'published_tariff', { unit: 'note', share: '1', isEstimated: false }],
    ['D', 'unsupported', measured],
  ] as const)('%s for %s', (grade, sourceType, measures) => {
    expect(value(measures, { ...pricedBy(measures), sourceType }).grade).toBe(grade);
  });
});
