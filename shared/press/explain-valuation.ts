import type { EvidenceFile } from '../evidence/evidence-files.ts';
import { Exact, product } from '../money/exact.ts';
import { type GradeCause, type RateSource, whyGraded } from './grading.ts';
import type { Fraction, Measures } from './measures.ts';
import type { PriceKind } from './price-detail.ts';
import {
  computeValue,
  type QuotedPrice,
  type ValuationInputs,
  type ValuationResult,
  type ValuingRate,
  viewsOfVisitors,
} from './valuation.ts';

/** One step of the explanation, as data: the screen makes the sentence. Decimals are text. */
export type ValuationStep =
  | { step: 'note' }
  | { step: 'area'; widthCm: string; heightCm: string; areaCm2: string; pageCm2: string }
  | { step: 'columns'; columns: string; heightCm: string; columnCm: string }
  | { step: 'time'; seconds: string; referenceSeconds: string }
  /** `isListed` where the price is that of the part, and not of the whole page. */
  | { step: 'fraction'; fraction: Fraction; isListed: boolean }
  | { step: 'views'; views: string }
  | { step: 'estimated_views'; monthlyVisitors: number; part: string; views: string }
  | { step: 'flat'; of: 'outlet' | 'format' }
  | { step: 'manual'; amountCop: number; reason: string }
  | {
      step: 'rate';
      netPriceCop: number;
      section: string;
      validFrom: string;
      validTo: string | null;
      sourceType: RateSource;
      /** These three are absent in values that were stored without them. */
      sourceReference?: string;
      quoted?: QuotedPrice;
      isApproved?: boolean;
    }
  | { step: 'share'; share: string }
  /** `of` says whose VAT it is. */
  | { step: 'vat'; vatRate: string; vatCop: number; of: 'rate' | 'outlet' };

/**
 * The outcome with the steps that led to it, and why it has no better grade; there are none where
 * nothing was computed.
 */
export type Valuation = ValuationResult & { steps: ValuationStep[]; because: GradeCause[] };

/** What the price of a value stands on today, whatever it stood on when the value was made. */
export interface ValuedPrice {
  of: PriceKind;
  id: string;
  evidence: EvidenceFile[];
  approvedBy: string | null;
  approvedAt: string | null;
}

/** A value with its explanation; `price` is absent where no price on record made it. */
export type ExplainedValue = Valuation & { price: ValuedPrice | null };

function viewsStep(views: string | null, monthlyVisitors: number): ValuationStep {
  if (views !== null) return { step: 'views', views };
  const judged = product(monthlyVisitors, viewsOfVisitors).toString();
  return { step: 'estimated_views', monthlyVisitors, part: viewsOfVisitors, views: judged };
}

function sizeStep(inputs: ValuationInputs, measures: Measures, rate: ValuingRate): ValuationStep {
  if (rate.unit === 'flat') return { step: 'flat', of: rate.isPolicy ? 'format' : 'outlet' };
  switch (measures.unit) {
    case 'page_area': {
      const { widthCm, heightCm } = measures;
      const areaCm2 = product(widthCm, heightCm).toString();
      return { step: 'area', widthCm, heightCm, areaCm2, pageCm2: rate.unitQuantity };
    }
    case 'column_cm': {
      const { columns, heightCm } = measures;
      return {
        step: 'columns',
        columns,
        heightCm,
        columnCm: product(columns, heightCm).toString(),
      };
    }
    case 'second':
      return { step: 'time', seconds: measures.seconds, referenceSeconds: rate.unitQuantity };
    case 'page_fraction': {
      const isListed = rate.unit !== 'page_area' && rate.unit !== 'page_1';
      return { step: 'fraction', fraction: measures.fraction, isListed };
    }
    case 'cpm':
      return viewsStep(measures.views, inputs.monthlyVisitors ?? 0);
    default:
      return { step: 'note' };
  }
}

/** The steps from the inputs to the result of `computeValue` on them. */
export function explainValue(inputs: ValuationInputs, result: ValuationResult): ValuationStep[] {
  if (result.standing !== 'valued') return [];
  const { measures, rate } = inputs;
  const vatCop = result.valueWithVatCop - result.valueCop;
  if (measures.unit === 'manual') {
    const { amountCop, reason } = measures;
    const vatRate = inputs.outletVatRate ?? '0.19';
    return [
      { step: 'manual', amountCop, reason },
      { step: 'vat', vatRate, vatCop, of: 'outlet' },
    ];
  }
  if ('gap' in rate) return [];
  const { netPriceCop, section, validFrom, validTo, sourceType, sourceReference, vatRate } = rate;
  const { quoted, isApproved } = rate;
  const supported = { sourceType, sourceReference, quoted, isApproved };
  const steps: ValuationStep[] = [
    sizeStep(inputs, measures, rate),
    { step: 'rate', netPriceCop, section, validFrom, validTo, ...supported },
  ];
  const isWeighed = rate.unit !== 'flat' && !new Exact(measures.share).equals(1);
  if (isWeighed) steps.push({ step: 'share', share: measures.share });
  // Older values of a policy have the VAT of the policy, and no price as it was decided.
  steps.push({ step: 'vat', vatRate, vatCop, of: rate.isPolicy && quoted ? 'outlet' : 'rate' });
  return steps;
}

/** Why the result of `computeValue` on these inputs has no better grade. */
export function explainGrade(
  { measures, rate }: ValuationInputs,
  result: ValuationResult,
): GradeCause[] {
  if (result.standing !== 'valued') return [];
  return whyGraded(result.grade, measures, 'gap' in rate ? undefined : rate);
}

/** The value of one appearance by `computeValue`, with its explanation. */
export function valueClipping(inputs: ValuationInputs): Valuation {
  const result = computeValue(inputs);
  const because = explainGrade(inputs, result);
  return { ...result, steps: explainValue(inputs, result), because };
}
