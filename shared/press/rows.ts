import type { EvidenceFile } from '../evidence/evidence-files.ts';
import type { Listed } from '../records.ts';
import type { ListedApproval } from './approval.ts';
import type { Channel } from './channels.ts';
import type { ExplainedValue } from './explain-valuation.ts';
import type { Grade, Standing } from './grading.ts';
import type { Format } from './measures.ts';
import type {
  ClippingFields,
  Entry,
  Origin,
  OutletFields,
  PressTallyFields,
  RateFields,
  Tone,
} from './schemas.ts';
import type { ValuationInputs, ValuationResult } from './valuation.ts';

/** What every listed record carries. */
interface Known {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

export interface OutletRow extends Known, OutletFields {
  channel: Channel;
}

export interface RateRow extends Known, ListedApproval, Omit<RateFields, 'vatRate'> {
  outletName: string;
  vatRate: string;
  netPriceCop: number;
  evidence: EvidenceFile[];
}

export interface PressTallyRow extends Known, PressTallyFields {
  /** 1 where somebody chose that records of its month and channel are counted beside it. */
  besideRecords: 0 | 1;
}

/** An appearance as lists show it; money in whole pesos, absent when it has no value. */
export interface ClippingRow extends Known {
  day: string;
  title: string;
  outletId: string;
  outletName: string;
  channel: Channel;
  format: Format;
  section: string;
  tone: Tone | null;
  isPaid: boolean;
  url: string | null;
  standing: Standing;
  valueCop: number | null;
  valueWithVatCop: number | null;
  grade: Grade | null;
  author: string | null;
  topic: string | null;
  spokesperson: string | null;
  origin: Origin | null;
  departmentId: string | null;
  departmentName: string | null;
  entry: Entry;
  underContract: boolean;
  hasEvidence: boolean;
  reviewState: ReviewState | null;
}

/** What is filtered, added up; the values are absent when nothing of it has one. */
export interface ClippingTotals {
  count: number;
  /** Of all tones. */
  valueCop: number | null;
  valueWithVatCop: number | null;
  /** Of the tones of the headline alone. */
  headlineCop: number | null;
  headlineWithVatCop: number | null;
  unvalued: number;
  /** Paid space and own channels, which `count` includes and the value does not. */
  notCounted: number;
}

export interface ClippingListed extends Listed<ClippingRow> {
  totals: ClippingTotals;
}

/** How a value came to be, as it was kept with the appearance. */
export interface FrozenValuation {
  formula: number;
  /** ISO instant. */
  at: string;
  inputs: ValuationInputs & { day: string; format: Format; section: string };
  result: ValuationResult;
}

/** What the secretary made of an appearance. */
export const reviewStates = ['sent_back', 'approved'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** One appearance with everything about it. */
export interface ClippingDetail extends Known, ClippingFields {
  outletName: string;
  channel: Channel;
  evidence: EvidenceFile[];
  /** The title of the output item that caused it. */
  eventTitle: string | null;
  underContract: boolean;
  syndicationId: string | null;
  reviewState: ReviewState | null;
  reviewedAt: string | null;
  reviewedBy: string | null;
  rateId: string | null;
  valuation: FrozenValuation & Pick<ExplainedValue, 'steps' | 'because' | 'price'>;
  isRemoved: boolean;
}

/** One month of one channel; the value is absent where nothing is valued. */
export interface MonthlyValueRow {
  month: string;
  channel: Channel;
  count: number;
  valueCop: number | null;
  unvalued: number;
}

/** Months by channel and what they add up to: of all tones, or of the headline. */
export interface MonthlyValue {
  rows: MonthlyValueRow[];
  totals: { channel: Channel; count: number; valueCop: number | null }[];
  total: { count: number; valueCop: number | null };
}

/** One year of one channel, of all tones; the value is absent where nothing is valued. */
export interface YearlyValueRow {
  year: number;
  channel: Channel;
  count: number;
  valueCop: number | null;
  unvalued: number;
  /** Of its records of the headline tones alone. */
  headlineCop: number | null;
}
