import type { Flag, RecordColumns } from './record-columns.ts';

export interface OutletTable extends RecordColumns {
  name: string;
  medium: string;
  town: string | null;
  scope: string | null;
  website: string | null;
  /** People it may reach; absent when nobody knows. */
  audience: number | null;
  /** Visits of its site in a month, by which unknown views are estimated. */
  monthlyVisitors: number | null;
  /** The hosts of its sites, as a JSON list, by which an address tells whose it is. */
  domains: string;
  /** Its advertising contracts with the entity, as a JSON list of periods. */
  contracts: string;
  isOwnChannel: Flag;
  /** Decimal text, such as `0.19`. */
  vatRate: string;
}

/** Who stands behind a price: who first entered it, who changed it last, and who approved it. */
interface AnsweredColumns {
  /** Absent where the log does not tell, or where nobody in particular did. */
  enteredById: string | null;
  enteredBy: string | null;
  /** Absent where nobody changed it since. */
  changedById: string | null;
  changedBy: string | null;
  approvedBy: string | null;
  /** Absent where nobody approved it in Altavoz. */
  approvedAt: string | null;
}

export interface RateTable extends RecordColumns, AnsweredColumns {
  outletId: string;
  format: string;
  section: string;
  /** The section as it is compared; see `sectionKey`. */
  sectionKey: string;
  unit: string;
  /** Decimal text: square centimetres of the page, seconds of reference, or 1. */
  unitQuantity: string;
  /** As quoted, with or without VAT; `netPriceCop` is what values. */
  priceCop: number;
  netPriceCop: number;
  vatRate: string;
  vatIncluded: Flag;
  validFrom: string;
  validTo: string | null;
  sourceType: string;
  sourceReference: string;
}

export interface ClippingTable extends RecordColumns {
  outletId: string;
  channel: string;
  format: string;
  section: string;
  day: string;
  month: string;
  title: string;
  url: string | null;
  author: string | null;
  tone: string | null;
  isPaid: Flag;
  departmentId: string | null;
  notes: string | null;
  /** The page as printed, such as `8A`. */
  pageLabel: string | null;
  topic: string | null;
  spokesperson: string | null;
  origin: string | null;
  /** The output item that caused it. */
  eventId: string | null;
  /** Whether its outlet had an advertising contract that day. */
  underContract: Flag;
  /** The address as it is compared; see `addressKey`. */
  urlKey: string | null;
  /** The title as it is compared; see `titleKey`. */
  titleKey: string;
  /** The same for appearances of one text in several outlets. */
  syndicationId: string | null;
  /** How it came in: by hand, from an address, from a feed or in a file. */
  entry: string;
  reviewState: string | null;
  reviewedAt: string | null;
  reviewedBy: string | null;
  measures: string;
  rateId: string | null;
  standing: string;
  valueCop: number | null;
  valueWithVatCop: number | null;
  grade: string | null;
  /** Frozen inputs, formula version and result, as JSON. */
  valuation: string;
}

export interface PressTallyTable extends RecordColumns {
  month: string;
  channel: string;
  count: number;
  valueCop: number | null;
  source: string;
  notes: string | null;
  /** Somebody chose that records of its month and channel are counted beside it. */
  besideRecords: Flag;
}

/** Roll-up kept in the same transaction as the records it counts; value in whole pesos. */
export interface PressMonthTable {
  month: string;
  channel: string;
  source: 'records' | 'tally';
  count: number;
  value: number;
  unvalued: number;
}

/** Roll-up of records by what the headline and the shares need; value in whole pesos. */
export interface PressMonthMixTable {
  month: string;
  channel: string;
  /** Empty: unclassified. */
  tone: string;
  /** Empty: without a value. */
  grade: string;
  underContract: Flag;
  count: number;
  value: number;
  withVat: number;
}

/** The flat fallback of a format for outlets that have no rate of their own. */
export interface FlatPolicyTable extends RecordColumns, AnsweredColumns {
  format: string;
  priceCop: number;
  netPriceCop: number;
  vatRate: string;
  vatIncluded: Flag;
  validFrom: string;
  validTo: string | null;
  sourceReference: string;
}

/** A file kept with the database; its bytes stand in `evidenceChunk`. */
export interface EvidenceTable {
  id: string;
  /** SHA-256 in hexadecimal: the same file twice is one row. */
  sha256: string;
  mediaType: string;
  sizeBytes: number;
  name: string;
  createdAt: string;
  createdBy: string | null;
}

export interface EvidenceChunkTable {
  evidenceId: string;
  position: number;
  bytes: Uint8Array;
}

export interface ClippingEvidenceTable {
  clippingId: string;
  evidenceId: string;
  position: number;
}

export interface KeyMessageTable extends RecordColumns {
  text: string;
}

export interface ClippingKeyMessageTable {
  clippingId: string;
  keyMessageId: string;
}

/** One closing or reopening of a month: never changed, only followed by the next revision. */
export interface MonthCloseTable {
  id: string;
  month: string;
  /** From 1 in each month. */
  revision: number;
  action: 'close' | 'reopen';
  at: string;
  actorId: string | null;
  actorName: string;
  reason: string | null;
  /** Of a closing: the totals as approved, as JSON. */
  frozen: string | null;
}

/** One appearance as it was when its month was closed. */
export interface MonthCloseClippingTable {
  monthCloseId: string;
  position: number;
  clippingId: string;
  /** Everything a reader or an export needs, names included, as JSON. */
  frozenRow: string;
}

export interface PressTables {
  outlet: OutletTable;
  rate: RateTable;
  clipping: ClippingTable;
  pressTally: PressTallyTable;
  pressMonth: PressMonthTable;
  pressMonthMix: PressMonthMixTable;
  flatPolicy: FlatPolicyTable;
  evidence: EvidenceTable;
  evidenceChunk: EvidenceChunkTable;
  clippingEvidence: ClippingEvidenceTable;
  keyMessage: KeyMessageTable;
  clippingKeyMessage: ClippingKeyMessageTable;
  monthClose: MonthCloseTable;
  monthCloseClipping: MonthCloseClippingTable;
}
