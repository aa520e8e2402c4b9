import { z } from 'zod';
import { Day, daysBetween } from '../calendar/day.ts';
import { Month } from '../calendar/month.ts';
import {
  ListPage,
  lineText,
  optionalAddress,
  optionalId,
  RecordId,
  RecordVersion,
} from '../records.ts';
import { addressKeys, titleKey } from './address-key.ts';
import { Format } from './measures.ts';

/** Why two appearances look alike, the surest first. */
export const likenessReasons = [
  'same_address',
  'same_evidence',
  'same_piece',
  'same_text_elsewhere',
] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** What an appearance that is not stored yet is compared by. */
export const LikenessAsked = z.object({
  /** The appearance that is edited, which is not like itself. */
  clippingId: optionalId,
  /** Absent while nobody knows it: then it is compared by its addresses and its files alone. */
  outletId: optionalId,
  day: Day.nullable().default(null),
  format: Format,
  title: lineText(300).default(''),
  url: optionalAddress,
  /** By which address one came to the page, where it led on to another. */
  pastedUrl: optionalAddress,
  evidenceIds: z.array(RecordId).max(50).default([]),
});
export type LikenessAsked = z.infer<typeof LikenessAsked>;

/** The appearances of a period that look like others, by the month of the later one. */
export const LikenessList = ListPage.extend({
  from: Month,
  to: Month,
  reason: z.enum(likenessReasons).optional(),
});
export type LikenessList = z.infer<typeof LikenessList>;

/** Appearances of one text in several outlets; each stays one appearance. */
export const Syndication = z.object({ ats: z.array(RecordVersion).min(2).max(50) });

/** Two appearances that look alike and are two. */
export const Apart = z.object({ ids: z.tuple([RecordId, RecordId]) });

/** An appearance as it is shown beside another that looks like it; money in whole pesos. */
export interface AlikeClipping {
  id: string;
  version: number;
  day: string;
  title: string;
  outletId: string;
  outletName: string;
  format: Format;
  url: string | null;
  valueCop: number | null;
}

/** One appearance on record that looks like the one that is typed. */
export interface Alike {
  reason: LikenessReason;
  clipping: AlikeClipping;
}

/** One text goes round the outlets within this many days. */
export const daysOfSyndication = 7;

/** What of an appearance that is not stored yet says whether it is another one that is not either. */
export type Unstored = Pick<LikenessAsked, 'outletId' | 'day' | 'title' | 'url' | 'pastedUrl'>;

const keysOf = ({ url, pastedUrl }: Unstored) => addressKeys([url, pastedUrl]);

/** Why an appearance looks like another, of which neither is on record; both of one format. */
export function findLikenessOf(one: Unstored, other: Unstored): LikenessReason | undefined {
  const keys = keysOf(other);
  if (keysOf(one).some((key) => keys.includes(key))) return 'same_address';
  if (!one.outletId || !other.outletId || !one.day || !other.day) return undefined;
  if (one.outletId === other.outletId) {
    const isSame = one.day === other.day && areTitlesAlike(one.title, other.title);
    return isSame ? 'same_piece' : undefined;
  }
  const key = titleKey(one.title);
  const isNear = Math.abs(daysBetween(one.day, other.day)) <= daysOfSyndication;
  return isNear && key !== '' && key === titleKey(other.title) ? 'same_text_elsewhere' : undefined;
}

/** Two appearances on record that look alike: the later one, and the one it looks like. */
export interface AlikePair {
  reason: LikenessReason;
  later: AlikeClipping;
  earlier: AlikeClipping;
}

/** Whether a reason speaks of one text in several outlets rather than of one appearance twice. */
export function isSyndication(reason: LikenessReason): boolean {
  return reason === 'same_text_elsewhere';
}

function pairsOfLetters(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** From here on two titles are the same but for a slip: a typo, a word more. */
const nearlyEqual = 0.85;

/** Whether two titles are equal or nearly: the share of pairs of letters they have in common. */
export function areTitlesAlike(one: string, other: string): boolean {
  const [first, second] = [titleKey(one), titleKey(other)];
  if (first === second) return first !== '';
  const [pairs, others] = [pairsOfLetters(first), pairsOfLetters(second)];
  let common = 0;
  for (const [pair, count] of pairs) common += Math.min(count, others.get(pair) ?? 0);
  const all = Math.max(0, first.length - 1) + Math.max(0, second.length - 1);
  return all > 0 && (2 * common) / all >= nearlyEqual;
}
