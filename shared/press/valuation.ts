import { divideHalfUp, Exact, product } from '../money/exact.ts';
import { type Grade, type GradedRate, gradeOf } from './grading.ts';
import type { Fraction, Measures } from './measures.ts';
import type { RateGap } from './rate-matching.ts';

/**
 * Changes when the rule changes; every stored value says which one made it. Since 3, a rate that
 * nobody approved makes no A, and a flat policy's values have the VAT of their outlet.
 */
export const formulaVersion = 3;

/** A price as its document says it. */
export interface QuotedPrice {
  priceCop: number;
  vatIncluded: boolean;
  /** The VAT that it includes, or that comes on top of it. */
  vatRate: string;
}

/** What of a rate a value is made from; kept with the value. */
export interface ValuingRate extends GradedRate {
  id: string;
  section: string;
  /** Decimal text: square centimetres of the page, seconds of reference, or 1. */
  unitQuantity: string;
  netPriceCop: number;
  /** The VAT that its values add: its own, or of a flat policy that of the outlet. */
  vatRate: string;
  validFrom: string;
  validTo: string | null;
  /** The document that says so; absent in values older than it. */
  sourceReference?: string;
  /** Absent in values older than it. */
  quoted?: QuotedPrice;
  /** Of the flat policy of a format, which is of no outlet. */
  isPolicy?: true;
}

/** Everything that decides a value. */
export interface ValuationInputs {
  isOwnChannel: boolean;
  isPaid: boolean;
  measures: Measures;
  /** The rate in force, or why there is none. */
  rate: ValuingRate | RateGap;
  /** Visits of the outlet's site in a month; what views nobody knows are judged by. */
  monthlyVisitors?: number | null;
  /** The VAT of the outlet, as decimal text, where no rate says it. */
  outletVatRate?: string;
}

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

/** The VAT of a net amount in whole pesos, half up; the rate is decimal text such as `0.19`. */
export function vatOf(netCop: number, vatRate: string): number {
  return divideHalfUp(product(netCop, vatRate), new Exact(1));
}

/** The net price of a quoted one: `gross / (1 + vat)` when it includes VAT, half up to the whole peso. */
export function netPrice(priceCop: number, vatRate: string, vatIncluded: boolean): number {
  if (!vatIncluded) return priceCop;
  return divideHalfUp(new Exact(priceCop), new Exact(1).plus(vatRate));
}

/** What of a site's monthly visits one note is judged to get. */
export const viewsOfVisitors = '0.025';

/** The part that a fraction names, as whole numbers. */
function partOf(fraction: Fraction): { numerator: number; denominator: number } {
  const [numerator = '1', denominator = '1'] = fraction.split('/');
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

interface Quotient {
  numerator: Exact;
  denominator: Exact;
}

const whole = (size: Exact, denominator: Exact = new Exact(1)): Quotient => ({
  numerator: size,
  denominator,
});

/** What one price is multiplied by, exactly; absent where the views are needed and unknown. */
function sizeOf(inputs: ValuationInputs, rate: ValuingRate): Quotient | undefined {
  const { measures } = inputs;
  const reference = new Exact(rate.unitQuantity);
  switch (measures.unit) {
    case 'page_area':
      return whole(product(measures.widthCm, measures.heightCm), reference);
    case 'column_cm':
      return whole(product(measures.columns, measures.heightCm), reference);
    case 'second':
      return whole(new Exact(measures.seconds), reference);
    case 'page_fraction': {
      const isListed = rate.unit !== 'page_area' && rate.unit !== 'page_1';
      const { numerator, denominator } = partOf(isListed ? '1' : measures.fraction);
      return whole(new Exact(numerator), new Exact(denominator));
    }
    case 'cpm': {
      const thousand = new Exact(1_000);
      if (measures.views !== null) return whole(new Exact(measures.views), thousand);
      const { monthlyVisitors } = inputs;
      if (!monthlyVisitors) return undefined;
      return whole(product(monthlyVisitors, viewsOfVisitors), thousand);
    }
    default:
      return whole(new Exact(1));
  }
}

const unvalued = (reason: RateGap['gap']): ValuationResult => ({
  standing: 'unvalued',
  reason,
  valueCop: null,
  valueWithVatCop: null,
});

function valued(valueCop: number, vatRate: string, grade: Grade): ValuationResult {
  const valueWithVatCop = valueCop + vatOf(valueCop, vatRate);
  return { standing: 'valued', valueCop, valueWithVatCop, grade };
}

/** A flat price is for an appearance of whatever size; any other is weighed by size and share. */
function computePriced(inputs: ValuationInputs, rate: ValuingRate): ValuationResult {
  const { measures } = inputs;
  const grade = gradeOf(measures, rate);
  if (rate.unit === 'flat') return valued(rate.netPriceCop, rate.vatRate, grade);
  const size = sizeOf(inputs, rate);
  if (!size) return unvalued('views');
  const numerator = size.numerator.times(rate.netPriceCop).times(measures.share);
  const valueCop = divideHalfUp(numerator, size.denominator);
  return valued(valueCop, rate.vatRate, grade);
}

/**
 * The advertising value equivalency of one appearance: `price × size × share / unit quantity`,
 * exact until it is rounded half up to the whole peso, once. Own channels and paid space are
 * worth 0 and are not counted as free press; without a rate there is no value, which is never 0.
 * A value that somebody judged is taken as it is.
 */
export function computeValue(inputs: ValuationInputs): ValuationResult {
  const { isOwnChannel, isPaid, measures, rate } = inputs;
  if (isOwnChannel || isPaid) {
    const reason = isOwnChannel ? 'own_channel' : 'paid';
    return { standing: 'not_counted', reason, valueCop: 0, valueWithVatCop: 0 };
  }
  if (measures.unit === 'manual') {
    return valued(measures.amountCop, inputs.outletVatRate ?? '0.19', 'D');
  }
  if ('gap' in rate) return unvalued(rate.gap);
  return computePriced(inputs, rate);
}
