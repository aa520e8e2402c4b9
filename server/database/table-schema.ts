/** A way of looking at the table of appearances that somebody keeps under a name. */
export interface SavedViewTable {
  id: string;
  version: number;
  ownerId: string;
  ownerName: string;
  name: string;
  /** Everybody sees it; only its owner changes it. */
  isShared: 0 | 1;
  /** Filters, order and columns, as JSON. */
  content: string;
  updatedAt: string;
  updatedBy: string | null;
}

/** One change of many appearances at once, with a way back. */
export interface ClippingBatchTable {
  id: string;
  at: string;
  actorName: string;
  /** What was changed, as JSON. */
  change: string;
  count: number;
  undoneAt: string | null;
  undoneBy: string | null;
  /** Of those undone, how many somebody had changed since and were left as they are. */
  kept: number;
}

/** One appearance of a batch: what it was, as JSON of what the batch changed. */
export interface ClippingBatchRowTable {
  batchId: string;
  clippingId: string;
  /** The version that the batch left. */
  versionAfter: number;
  before: string;
}

export interface ClippingTableTables {
  savedView: SavedViewTable;
  clippingBatch: ClippingBatchTable;
  clippingBatchRow: ClippingBatchRowTable;
}
