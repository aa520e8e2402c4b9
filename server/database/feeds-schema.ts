import type { Flag, RecordColumns } from './record-columns.ts';

/** A feed of an outlet: RSS, Atom or JSON. */
export interface FeedTable extends RecordColumns {
  outletId: string;
  address: string;
  isActive: Flag;
}

/** Where the reading of a feed stands; a feed that was never read has no row. */
export interface FeedStateTable {
  feedId: string;
  /** The address that was read: of another one nothing here is known. */
  address: string;
  etag: string | null;
  lastModified: string | null;
  attemptedAt: string | null;
  succeededAt: string | null;
  /** `ok`, `unchanged` or `failed`. */
  outcome: string | null;
  /** Why it failed, as JSON. */
  failure: string | null;
  /** When somebody asked for it to be read. */
  requestedAt: string | null;
}

/** An entry of a feed that mentions the entity. */
export interface FeedEntryTable {
  id: string;
  version: number;
  feedId: string;
  outletId: string;
  /** What the feed calls it, or its address. */
  entryKey: string;
  urlKey: string | null;
  searchText: string;
  title: string;
  address: string | null;
  day: string | null;
  author: string | null;
  summary: string | null;
  /** The words that it mentions, as a JSON list. */
  matched: string;
  /** `pending`, `accepted` or `dismissed`. */
  state: string;
  clippingId: string | null;
  seenAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
}

/** A name by which the entity is spoken of, or one that only looks like it. */
export interface MentionWordTable extends RecordColumns {
  text: string;
  isExclusion: Flag;
}

export interface FeedsTables {
  feed: FeedTable;
  feedState: FeedStateTable;
  feedEntry: FeedEntryTable;
  mentionWord: MentionWordTable;
}
