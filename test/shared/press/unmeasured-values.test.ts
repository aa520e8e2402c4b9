import { describe, expect, test } from 'vitest';
import { explainValue } from '../../../shared/press/explain-valuation.ts';
import { Measures } from '../../../shared/press/measures.ts';
import { computeValue, type ValuingRate } from '../../../shared/press/valuation.ts';

describe('what nobody measured', () => {
  const free = { isOwnChannel: false, isPaid: false };
  const cpm = Measures.parse({ unit: 'cpm' });
  const rate: ValuingRate = {
    id: 'cpm',
    section: '',
    unit: 'cpm',
    unitQuantity: '1',
    netPriceCop: 40_000,
    vatRate: '0.19',
    validFrom: '2026-01-01',
    validTo: null,
    sourceType: 'published_tariff',
  };

  test('unknown views are judged at 2,5 % of the monthly visits, and the value is of grade C', () => {
    const inputs = { ...free, measures: cpm, rate, monthlyVisitors: 3_000_000 };
    // 3,000,000 × 0.025 = 75,000 views, at $ 40,000 a thousand.
    expect(computeValue(inputs)).toMatchObject({ valueCop: 3_000_000, grade: 'C' });
    expect(explainValue(inputs, computeValue(inputs))[0]).toEqual({
      step: 'estimated_views',
      monthlyVisitors: 3_000_000,
      part: '0.025',
      views: '75000',
    });
  });

  test('without views and without visits there is no value', () => {
    expect(computeValue({ ...free, measures: cpm, rate, monthlyVisitors: null })).toMatchObject({
      standing: 'unvalued',
      reason: 'views',
      valueCop: null,
    });
  });

  test('known views of a published tariff are of grade A', () => {
    const measures = Measures.parse({ unit: 'cpm', views: '12500' });
    expect(computeValue({ ...free, measures, rate })).toMatchObject({
      valueCop: 500_000,
      grade: 'A',
    });
  });

  test('a value judged by hand is taken as it is, with the VAT of the outlet, and is of grade D', () => {
    const measures = Measures.parse({
      unit: 'manual',
      amountCop: 350_000,
      reason: 'Cotización verbal',
    });
    const inputs = { ...free, measures, rate: { gap: 'unit' as const }, outletVatRate: '0' };
    expect(computeValue(inputs)).toEqual({
      standing: 'valued',
      valueCop: 350_000,
      valueWithVatCop: 350_000,
      grade: 'D',
    });
    expect(explainValue(inputs, computeValue(inputs))[0]).toEqual({
      step: 'manual',
      amountCop: 350_000,
      reason: 'Cotización verbal',
    });
  });
});
