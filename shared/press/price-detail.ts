import { z } from 'zod';
import type { EvidenceFile } from '../evidence/evidence-files.ts';
import { RecordId, RecordVersion } from '../records.ts';
import type { ListedApproval } from './approval.ts';
import type { RateSource } from './grading.ts';
import type { Format, RateUnit } from './measures.ts';

/** What is priced: the space of an outlet, or any appearance of a format. */
const priceKinds = ['rate', 'flat_policy'] as const;
export type PriceKind = (typeof priceKinds)[number];

export const PriceAsked = z.object({ of: z.enum(priceKinds), id: RecordId });
export type PriceAsked = z.infer<typeof PriceAsked>;

/** Rates that are approved together, as they were looked at. */
export const RatesToApprove = z.object({ ats: z.array(RecordVersion).min(1).max(200) });

/** What a change of a price may say, in the order in which it is told. */
export const pricedFields = [
  'outletName',
  'format',
  'section',
  'unit',
  'unitQuantity',
  'priceCop',
  'vatIncluded',
  'vatRate',
  'netPriceCop',
  'validFrom',
  'validTo',
  'sourceType',
  'sourceReference',
  'files',
] as const;
export type PricedField = (typeof pricedFields)[number];

/** A price as its columns say it; what a flat price is of no outlet for is absent. */
export interface PriceTerms {
  outletName: string | null;
  format: Format;
  /** Empty: any section. */
  section: string;
  unit: RateUnit;
  unitQuantity: string;
  priceCop: number;
  vatIncluded: boolean;
  vatRate: string;
  netPriceCop: number;
  validFrom: string;
  validTo: string | null;
  sourceType: RateSource;
  sourceReference: string;
}

/** What of a price the log tells: its terms, and the names of its files. */
export interface LoggedTerms extends PriceTerms {
  files: string;
}

/** What somebody did to a price. */
const priceEvents = ['entered', 'changed', 'approved', 'removed', 'restored'] as const;

export interface PriceEvent {
  action: (typeof priceEvents)[number];
  /** ISO instant. */
  at: string;
  by: string;
  /** Of an approval: whoever approved had a hand in it, and nobody else could. */
  isOnlyApprover: boolean;
  /** Of a change, and of files that a price was entered with: what was otherwise before and what it became, in the order of `pricedFields`. */
  before: Partial<LoggedTerms>;
  after: Partial<LoggedTerms>;
}

/** A price with everything that it stands on. */
export interface PriceDetail extends PriceTerms, ListedApproval {
  of: PriceKind;
  id: string;
  version: number;
  isRemoved: boolean;
  evidence: EvidenceFile[];
  /** With VAT, whether or not it was quoted so. */
  grossPriceCop: number;
  /** ISO instants; the second is absent where nobody changed it since it was entered. */
  enteredAt: string;
  changedAt: string | null;
  /** The newest first. */
  history: PriceEvent[];
}
