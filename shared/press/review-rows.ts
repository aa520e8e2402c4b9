import type { RateApproval } from './approval.ts';
import type { Channel, Medium } from './channels.ts';
import type { Grade, Standing } from './grading.ts';
import type { Format } from './measures.ts';
import type { FrozenValuation, ReviewState } from './rows.ts';
import type { Tone } from './schemas.ts';

/** What of an appearance the review of its month adds up; money in whole pesos. */
export interface ReviewedRow {
  id: string;
  version: number;
  day: string;
  title: string;
  outletId: string;
  outletName: string;
  medium: Medium;
  channel: Channel;
  format: Format;
  tone: Tone | null;
  standing: Standing;
  grade: Grade | null;
  valueCop: number | null;
  valueWithVatCop: number | null;
  underContract: boolean;
  /** Absent where no price made its value, and in months that were closed without saying so. */
  rateApproval: RateApproval | null;
  reviewState: ReviewState | null;
  evidenceCount: number;
  commentCount: number;
  /** Another appearance has its address, or its outlet, day and title. */
  isDuplicated: boolean;
}

/** The price that made a value as it stood when the month was closed. */
export interface StandingPrice {
  priceCop: number;
  vatIncluded: boolean;
  vatRate: string;
  netPriceCop: number;
  approvedBy: string | null;
  /** ISO instant; absent where nobody approved it in Altavoz. */
  approvedAt: string | null;
  evidence: { name: string; sha256: string }[];
}

/**
 * An appearance as it is kept when its month is closed: all that a reader or a file needs, by name.
 * What may be missing was not kept by closings older than it.
 */
export interface ClosedRow extends ReviewedRow {
  section: string;
  pageLabel: string | null;
  url: string | null;
  author: string | null;
  departmentName: string | null;
  topic: string | null;
  spokesperson: string | null;
  origin: string | null;
  eventTitle: string | null;
  isPaid: boolean;
  notes: string | null;
  entry: string;
  rateId: string | null;
  evidence: { id: string; name: string; sha256: string }[];
  keyMessages: string[];
  keyMessageIds?: string[];
  departmentId?: string | null;
  eventId?: string | null;
  /** People that the outlet may reach; absent when nobody knows. */
  audience?: number | null;
  /** Absent where no price made the value. */
  price?: StandingPrice | null;
  valuation: FrozenValuation;
}

/** A total of a month and channel that has no records, as the review takes it in. */
export interface ReviewedTally {
  channel: Channel;
  count: number;
  valueCop: number | null;
  source: string;
}

/** Some appearances added up; the values are absent where none of them has one. */
export interface ReviewSum {
  count: number;
  valueCop: number | null;
  valueWithVatCop: number | null;
  unvalued: number;
}

/** The totals of a month. */
export interface ReviewTotals {
  /** Positive and neutral. */
  headline: ReviewSum;
  negative: ReviewSum;
  unclassified: ReviewSum;
  /** Everything that counts, monthly totals included. */
  allTones: ReviewSum;
  /** The same two, without outlets that had an advertising contract on the day. */
  headlineWithoutContract: ReviewSum;
  allWithoutContract: ReviewSum;
  /** Totals of the month that have no records behind them: they have no tone, outlet nor VAT. */
  tallies: ReviewSum;
  /** Paid space and own channels, which nothing above includes. */
  notCounted: number;
}

export const reviewGroupings = ['channel', 'medium', 'outlet', 'tone', 'grade'] as const;
export type ReviewGrouping = (typeof reviewGroupings)[number];

/** One part of a month by some grouping. `key` is absent where nobody classified it, or for monthly totals. */
export interface ReviewShare {
  key: string | null;
  /** The name of the outlet; of other groupings the key says it. */
  name: string | null;
  isTally: boolean;
  all: ReviewSum;
  headline: ReviewSum;
}

/** What a month's review has to look at. */
export const reviewMatters = [
  'unvalued',
  'without_evidence',
  'unsupported',
  'unapproved_rate',
  'duplicated',
  'over_threshold',
  'sent_back',
  'not_approved',
] as const;
export type ReviewMatter = (typeof reviewMatters)[number];

/** A month as it is added up, which closing freezes as it stands. */
export interface MonthSummary {
  totals: ReviewTotals;
  shares: Record<ReviewGrouping, ReviewShare[]>;
  /** How many appearances each matter is about. */
  matters: Record<ReviewMatter, number>;
  /** Whole pesos from which an appearance is looked at; absent when the office sets none. */
  thresholdCop: number | null;
}

/** The figures of another month that a review compares with; absent figures were not known. */
export interface ComparedMonth {
  month: string;
  count: number;
  valueCop: number | null;
  headlineCount: number;
  headlineCop: number | null;
}

/** Whether a month is open, closed, or open again; instants are ISO. */
export type MonthState =
  | { state: 'open' }
  | { state: 'closed'; revision: number; at: string; by: string }
  | { state: 'reopened'; revision: number; at: string; by: string; reason: string };

/** A month of a period with what it adds up to. */
export type MonthStateRow = MonthState & {
  month: string;
  count: number;
  valueCop: number | null;
  unvalued: number;
};

/** The review of a month: of a closed one, as it was when it was closed. */
export interface MonthReview {
  month: string;
  state: MonthState;
  summary: MonthSummary;
  lastMonth: ComparedMonth | null;
  lastYear: ComparedMonth | null;
  /** What closing the month as it is seen has to name; absent when it is closed. */
  stamp: string | null;
}

/** A closing or a reopening of a month; the totals are of a closing. */
export interface MonthRevisionRow {
  revision: number;
  action: 'close' | 'reopen';
  at: string;
  by: string;
  reason: string | null;
  totals: ReviewTotals | null;
  /** Of a closing: its files, each with the SHA-256 of its bytes. */
  files: { format: 'csv' | 'xlsx'; sha256: string }[];
}

/** What somebody said of an appearance. */
export interface CommentRow {
  id: string;
  kind: 'comment' | 'sent_back';
  text: string;
  at: string;
  by: string;
}
