import { Decimal } from 'decimal.js';
import { type Grade, gradeOf, type RateSource } from './grading.ts';
import type { Measures, Unit } from './measures.ts';
import type { RateGap } from './rate-matching.ts';

/** Wide enough for every product of the inputs' digits, so that nothing is rounded on the way. */
const Exact = Decimal.clone({ precision: 120, toExpNeg: -100, toExpPos: 100 });
type Exact = InstanceType<typeof Exact>;

/** Changes when the rule changes; every stored value says which one made it. */
export const formulaVersion = 1;

/** What of a rate a value is made from; kept with the value. */
export interface ValuingRate {
  id: string;
  section: string;
  unit: Unit;
  /** Decimal text: square centimetres of the page, seconds of reference, or 1. */
  unitQuantity: string;
  netPriceCop: number;
  vatRate: string;
  validFrom: string;
  validTo: string | null;
  sourceType: RateSource;
}

/** Everything that decides a value. */
export interface ValuationInputs {
  isOwnChannel: boolean;
  isPaid: boolean;
  measures: Measures;
  /** The rate in force, or why there is none. */
  rate: ValuingRate | RateGap;
}

/** One step of the explanation, as data: the screen makes the sentence. Decimals are text. */
export type ValuationStep =
  | { step: 'note' }
  | { step: 'area'; widthCm: string; heightCm: string; areaCm2: string; pageCm2: string }
  | { step: 'columns'; columns: string; heightCm: string; columnCm: string }
  | { step: 'time'; seconds: string; referenceSeconds: string }
  | {
      step: 'rate';
      netPriceCop: number;
      section: string;
      validFrom: string;
      validTo: string | null;
      sourceType: RateSource;
    }
  | { step: 'share'; share: string }
  | { step: 'vat'; vatRate: string; vatCop: number };

/** The outcome; money in whole pesos, absent where there is no value. */
export type ValuationResult =
  | { standing: 'valued'; valueCop: number; valueWithVatCop: number; grade: Grade }
  | { standing: 'unvalued'; reason: RateGap['gap']; valueCop: null; valueWithVatCop: null }
  | {
      standing: 'not_counted';
      reason: 'own_channel' | 'paid';
      valueCop: 0;
      valueWithVatCop: 0;
    };

/** The outcome with the steps that led to it; there are none where nothing was computed. */
export type Valuation = ValuationResult & { steps: ValuationStep[] };

/** `numerator / denominator` to the whole peso, half up, without ever holding the quotient. Both are positive. */
function divideHalfUp(numerator: Exact, denominator: Exact): number {
  return numerator.times(2).plus(denominator).divToInt(denominator.times(2)).toNumber();
}

function product(...factors: (string | number)[]): Exact {
  return factors.reduce((result: Exact, factor) => result.times(factor), new Exact(1));
}

/** The VAT of a net amount in whole pesos, half up; the rate is decimal text such as `0.19`. */
export function vatOf(netCop: number, vatRate: string): number {
  return divideHalfUp(product(netCop, vatRate), new Exact(1));
}

/** The net price of a quoted one: `gross / (1 + vat)` when it includes VAT, half up to the whole peso. */
export function netPrice(priceCop: number, vatRate: string, vatIncluded: boolean): number {
  if (!vatIncluded) return priceCop;
  return divideHalfUp(new Exact(priceCop), new Exact(1).plus(vatRate));
}

function sizeOf(measures: Measures): Exact {
  switch (measures.unit) {
    case 'note':
      return new Exact(1);
    case 'page_area':
      return product(measures.widthCm, measures.heightCm);
    case 'column_cm':
      return product(measures.columns, measures.heightCm);
    case 'second':
      return new Exact(measures.seconds);
  }
}

function sizeStep(measures: Measures, unitQuantity: string): ValuationStep {
  const size = sizeOf(measures).toString();
  switch (measures.unit) {
    case 'note':
      return { step: 'note' };
    case 'page_area': {
      const { widthCm, heightCm } = measures;
      return { step: 'area', widthCm, heightCm, areaCm2: size, pageCm2: unitQuantity };
    }
    case 'column_cm': {
      const { columns, heightCm } = measures;
      return { step: 'columns', columns, heightCm, columnCm: size };
    }
    case 'second':
      return { step: 'time', seconds: measures.seconds, referenceSeconds: unitQuantity };
  }
}

/** The steps from the inputs to the result of `computeValue` on them. */
export function explainValue(
  { measures, rate }: ValuationInputs,
  result: ValuationResult,
): ValuationStep[] {
  if (result.standing !== 'valued' || 'gap' in rate) return [];
  const { netPriceCop, section, validFrom, validTo, sourceType, vatRate } = rate;
  const steps: ValuationStep[] = [
    sizeStep(measures, rate.unitQuantity),
    { step: 'rate', netPriceCop, section, validFrom, validTo, sourceType },
  ];
  if (!new Exact(measures.share).equals(1)) steps.push({ step: 'share', share: measures.share });
  steps.push({ step: 'vat', vatRate, vatCop: result.valueWithVatCop - result.valueCop });
  return steps;
}

/**
 * The advertising value equivalency of one appearance: `price × size × share / unit quantity`,
 * exact until it is rounded half up to the whole peso, once. Own channels and paid space are
 * worth 0 and are not counted as free press; without a rate there is no value, which is never 0.
 */
export function computeValue({
  isOwnChannel,
  isPaid,
  measures,
  rate,
}: ValuationInputs): ValuationResult {
  if (isOwnChannel || isPaid) {
    const reason = isOwnChannel ? 'own_channel' : 'paid';
    return { standing: 'not_counted', reason, valueCop: 0, valueWithVatCop: 0 };
  }
  if ('gap' in rate) {
    return { standing: 'unvalued', reason: rate.gap, valueCop: null, valueWithVatCop: null };
  }
  const valueCop = divideHalfUp(
    sizeOf(measures).times(rate.netPriceCop).times(measures.share),
    new Exact(rate.unitQuantity),
  );
  return {
    standing: 'valued',
    valueCop,
    valueWithVatCop: valueCop + vatOf(valueCop, rate.vatRate),
    grade: gradeOf(rate.sourceType, measures),
  };
}

/** The value of one appearance by `computeValue`, with its explanation. */
export function valueClipping(inputs: ValuationInputs): Valuation {
  const result = computeValue(inputs);
  return { ...result, steps: explainValue(inputs, result) };
}
