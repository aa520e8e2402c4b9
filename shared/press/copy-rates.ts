import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { divideHalfUp, Exact } from '../money/exact.ts';
import { lineText, optionalId } from '../records.ts';
import { type RateSource, rateSources } from './grading.ts';
import type { Format, RateUnit } from './measures.ts';
import { attached } from './schemas.ts';

/** Percent as decimal text, down to −90 and up to 900: `8.5` is 8,5 % more, `-10` a tenth less. */
const IncreasePercent = z
  .string()
  .trim()
  .regex(
    /^(-([0-8]?\d(\.\d{1,2})?|90(\.00?)?)|\d{1,2}(\.\d{1,2})?|[1-8]\d{2}(\.\d{1,2})?|900(\.00?)?)$/,
    {
      error: 'increase',
    },
  );

/** Which rates to copy, to which days, at which price, and what says so. */
export const RateCopy = z
  .object({
    /** Absent: of every outlet. */
    outletId: optionalId,
    /** The rates in force that day are copied. */
    onDay: Day,
    increasePercent: IncreasePercent,
    validFrom: Day,
    validTo: Day.nullish().transform((day) => day ?? null),
    /** Lets those that still hold then end the day before. */
    endOriginals: z.boolean().default(true),
    /** Absent: each copy is of the source that its rate is of. */
    sourceType: z
      .enum(rateSources)
      .nullish()
      .transform((source) => source ?? null),
    sourceReference: lineText(300).default(''),
    evidenceIds: attached(20),
  })
  .refine((copy) => copy.validTo === null || copy.validFrom <= copy.validTo, {
    error: 'period_reversed',
    path: ['validTo'],
  })
  .refine((copy) => copy.onDay < copy.validFrom, { error: 'after_copied', path: ['validFrom'] })
  .refine((copy) => copy.sourceType === 'unsupported' || copy.sourceReference !== '', {
    error: 'required',
    path: ['sourceReference'],
  });
export type RateCopy = z.infer<typeof RateCopy>;

/** Agreement to the copies that a preview showed. */
export const RateCopyAgreed = z.object({ copy: RateCopy, seal: z.string().length(64) });
export type RateCopyAgreed = z.infer<typeof RateCopyAgreed>;

/** A rate that would be copied; prices as quoted, in whole pesos. */
export interface RateCopyRow {
  rateId: string;
  outletName: string;
  format: Format;
  section: string;
  unit: RateUnit;
  priceCop: number;
  newPriceCop: number;
  validFrom: string;
  validTo: string | null;
  sourceType: RateSource;
  newSourceType: RateSource;
  /** Whether the copied rate would end the day before. */
  endsOriginal: boolean;
  /** Why it is not copied, if so: another rate holds then, or the price is out of range. */
  obstacle: 'overlaps' | 'price' | null;
}

export interface RateCopyPreview {
  rows: RateCopyRow[];
  copied: number;
  left: number;
  seal: string;
}

/** A price with an increase in percent, half up to the whole peso. */
export function raisedPrice(priceCop: number, increasePercent: string): number {
  return divideHalfUp(new Exact(increasePercent).plus(100).times(priceCop), new Exact(100));
}
