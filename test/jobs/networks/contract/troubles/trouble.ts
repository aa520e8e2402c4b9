import type { PageToRead } from '../../../../../shared/social/network-readings.ts';

/**
 * What befalls accounts, posts and counts of any network. The list is closed: every connector has a
 * row for each, or says why its network cannot have it.
 */
export const troubles = [
  'suspended',
  'moved',
  'renamed',
  'deactivated',
  'deleted account',
  'negative count',
  'count left out',
  'bad metric',
  'bad post',
  'dated-ahead post',
  'backdated post',
  'deleted post',
  'post passed on',
  'long id',
  'limit of a day',
] as const;
export type Trouble = (typeof troubles)[number];

/** The text of a post that others wrote and an account only passed on. */
export const passedOn = 'escrita por otra cuenta';

/** An answer of the network; the first whose `path` stands in the decoded address or the body answers a call. */
export interface Answer {
  path: string;
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** How a network answers in one trouble, and what is to be made of it. */
export interface TroubleRow {
  reads: 'readPages' | 'readDays' | 'readPosts';
  answers: Answer[];
  /** The pages asked; absent: the network's usual one. */
  pages?: Partial<PageToRead>[];
  /** What is read: of pages each figure with `handle` and `movedTo`, of days each figure, of posts each post. */
  gives: object[];
  /** The reasons told, each once and in any order. */
  tells: string[];
}

/** The rows of a connector; a text says why the network cannot have the trouble. */
export interface TroubleRows {
  page: PageToRead;
  rows: Record<Trouble, TroubleRow | string>;
}
