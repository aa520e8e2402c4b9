/** What somebody said of an appearance: never changed. */
export interface ClippingCommentTable {
  id: string;
  clippingId: string;
  kind: 'comment' | 'sent_back';
  text: string;
  at: string;
  actorId: string | null;
  actorName: string;
}

/** One row: the whole pesos from which the office looks at an appearance. */
export interface ReviewThresholdTable {
  id: number;
  amountCop: number | null;
}

/** The file of a closed month, byte by byte as it was made when the month was closed. */
export interface MonthCloseFileTable {
  monthCloseId: string;
  format: 'csv' | 'xlsx';
  sha256: string;
  bytes: Uint8Array;
}

/** The name of an outlet or of what appearances speak of, as its month was closed. */
export interface MonthCloseNameTable {
  monthCloseId: string;
  kind: 'outlet' | 'department' | 'event' | 'message';
  recordId: string;
  name: string;
  /** Of outlets alone. */
  medium: string | null;
  /** Of outlets alone: the people it may reach; absent when nobody knows. */
  audience: number | null;
}

/** Two appearances that look alike and are two, in the order of their identifiers. */
export interface ClippingApartTable {
  oneId: string;
  otherId: string;
}

export interface ReviewTables {
  clippingApart: ClippingApartTable;
  clippingComment: ClippingCommentTable;
  reviewThreshold: ReviewThresholdTable;
  monthCloseFile: MonthCloseFileTable;
  monthCloseName: MonthCloseNameTable;
}
