/** A file that supports a rate or a policy, in the order in which it was attached. */
export interface PriceEvidenceTable {
  priceId: string;
  evidenceId: string;
  position: number;
}

/** One batch of appearances valued again, with a way back; values in whole pesos. */
export interface RevaluationTable {
  id: string;
  at: string;
  actorName: string;
  reason: string;
  searchText: string;
  /** Which appearances were asked for, as JSON. */
  criteria: string;
  count: number;
  /** What the appearances were worth before and after, those without a value left out. */
  valueBefore: number;
  valueAfter: number;
  undoneAt: string | null;
  undoneBy: string | null;
  /** Of those undone, how many somebody had changed since and were left as they are. */
  kept: number;
  /** The outlet that the appearances followed, and its version since; absent where prices valued them. */
  outletId: string | null;
  outletVersion: number | null;
  /** What the outlet was and is, as JSON. */
  outletMove: string | null;
}

/** One appearance of a batch: what its value was, as JSON of the columns that hold it. */
export interface RevaluationChangeTable {
  revaluationId: string;
  clippingId: string;
  /** The version that the batch left. */
  versionAfter: number;
  before: string;
}

export interface RatesTables {
  rateEvidence: PriceEvidenceTable;
  flatPolicyEvidence: PriceEvidenceTable;
  revaluation: RevaluationTable;
  revaluationChange: RevaluationChangeTable;
}
