import { z } from 'zod';
import type { AddressRefusal } from '../failure.ts';
import { ListPage, optionalAddress, RecordId, requiredLine } from '../records.ts';
import { titleKey } from './address-key.ts';

const removed = z.boolean().default(false);

/** A feed of an outlet: RSS, Atom or JSON. */
export const FeedFields = z.object({
  outletId: RecordId,
  address: optionalAddress.pipe(z.string({ error: 'required' })),
  /** Whether it is read by the schedule. */
  isActive: z.boolean().default(true),
});
export type FeedFields = z.infer<typeof FeedFields>;

export const FeedList = ListPage.extend({ outletId: RecordId.optional(), removed });
export type FeedList = z.infer<typeof FeedList>;

/** Why a feed was not read. */
export interface FeedFailure {
  reason: AddressRefusal | 'not_a_feed';
  status?: number;
}

export interface FeedRow extends FeedFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  outletName: string;
  /** ISO instants of the last reading, and of the last one that succeeded. */
  attemptedAt: string | null;
  succeededAt: string | null;
  outcome: 'ok' | 'unchanged' | 'failed' | null;
  failure: FeedFailure | null;
  /** Asked for by somebody, and not read since. */
  isRequested: boolean;
  /** Entries that wait for somebody to look at them. */
  pending: number;
}

/** A name by which the entity is spoken of; an exclusion only looks like one, as *La Estrella de Belén*. */
export const MentionWordFields = z.object({
  text: requiredLine(80).refine((text) => titleKey(text) !== '', { error: 'required' }),
  isExclusion: z.boolean().default(false),
});
export type MentionWordFields = z.infer<typeof MentionWordFields>;

export const MentionWordList = ListPage.extend({ removed });
export type MentionWordList = z.infer<typeof MentionWordList>;

export interface MentionWordRow extends MentionWordFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

const entryStates = ['pending', 'accepted', 'dismissed'] as const;
export type EntryState = (typeof entryStates)[number];

export const FeedEntryList = ListPage.extend({
  state: z.enum(entryStates).default('pending'),
  outletId: RecordId.optional(),
});
export type FeedEntryList = z.infer<typeof FeedEntryList>;

/** The addresses of which the inbox is asked. */
export const FeedEntryAddresses = z.object({ addresses: z.array(requiredLine(2_000)).max(40) });

/** An entry of the inbox that no appearance on record is of: it waits, or somebody dismissed it. */
export interface OpenFeedEntry {
  id: string;
  version: number;
  title: string;
  outletName: string;
  /** By which its address is compared with others. */
  urlKey: string;
  state: 'pending' | 'dismissed';
  day: string | null;
  decidedBy: string | null;
}

/** An entry of a feed that mentions the entity, for somebody to take or to dismiss. */
export interface FeedEntryRow {
  id: string;
  version: number;
  feedId: string;
  outletId: string;
  outletName: string;
  title: string;
  address: string | null;
  day: string | null;
  author: string | null;
  summary: string | null;
  matched: string[];
  state: EntryState;
  clippingId: string | null;
  seenAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
}

/**
 * The words that a text mentions, whole and in their order, accents, case and punctuation aside.
 * What an exclusion covers is looked over.
 */
export function findMentions(
  text: string,
  words: readonly Pick<MentionWordFields, 'text' | 'isExclusion'>[],
): string[] {
  let folded = ` ${titleKey(text)} `;
  const phrase = (word: string) => ` ${titleKey(word)} `;
  const exclusions = words.filter((word) => word.isExclusion).map((word) => phrase(word.text));
  // The longest first: *La Estrella de Belén* before *Estrella de Belén*.
  for (const exclusion of exclusions.sort((one, other) => other.length - one.length)) {
    while (folded.includes(exclusion)) folded = folded.replace(exclusion, ' | ');
  }
  const names = words.filter((word) => !word.isExclusion);
  return names.filter((word) => folded.includes(phrase(word.text))).map((word) => word.text);
}
