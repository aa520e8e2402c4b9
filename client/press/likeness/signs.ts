import { addressKeys } from '../../../shared/press/address-key.ts';
import type { OpenFeedEntry } from '../../../shared/press/feeds.ts';
import { isSyndication, type LikenessReason } from '../../../shared/press/likeness.ts';
import type { Answers, Inputs } from '../../app/api.ts';

/** What an appearance that is not stored yet is compared by. */
export type Asked = Inputs['press']['findLikeness'];

/** Something that an appearance looks like: one on record, one that is logged beside it, or an entry of the inbox. */
export interface Sign {
  /** By which a choice names it. */
  id: string;
  /** `dismissed` and `waiting`: of the inbox. */
  reason: LikenessReason | 'dismissed' | 'waiting';
  title: string;
  outletName: string;
  day: string | null;
  of: 'record' | 'entry' | 'list';
  /** The version of what is on record. */
  version: number;
  /** Its place in the list in which both are logged, from 1. */
  number?: number;
}

/** What the person said of the signs, by their identifiers: it is none of these, and one text with those. */
export interface LikenessChoice {
  apart: readonly string[];
  syndicated: readonly string[];
}

export const noChoice: LikenessChoice = { apart: [], syndicated: [] };

/** Whether a sign says that one appearance would be there twice, or that somebody wanted none of it. */
export function isDoubt({ reason }: Pick<Sign, 'reason'>): boolean {
  return reason !== 'waiting' && (reason === 'dismissed' || !isSyndication(reason));
}

/** The doubts of which nobody said yet that it is another one. */
export function undecided(signs: readonly Sign[], { apart }: LikenessChoice): Sign[] {
  return signs.filter((sign) => isDoubt(sign) && !apart.includes(sign.id));
}

/** An address as it is compared; nothing where it is none. */
export function webAddressOf(text: string | undefined): string | null {
  return text && addressKeys([text]).length > 0 ? text.trim() : null;
}

/** What is asked of the inbox: the addresses of an appearance. */
export function addressesOf({ url, pastedUrl }: Asked): string[] {
  return [url, pastedUrl].flatMap((address) => address || []);
}

/** Whether there is anything by which an appearance is like another. */
export function canBeAsked(asked: Asked): boolean {
  const hasPiece = Boolean(asked.title && asked.outletId && asked.day);
  return hasPiece || addressesOf(asked).length > 0 || (asked.evidenceIds?.length ?? 0) > 0;
}

/** The signs of one appearance, from what the server found. */
export function signsOf(
  asked: Asked,
  alike: Answers['press']['findLikeness'],
  entries: readonly OpenFeedEntry[],
): Sign[] {
  const keys = addressKeys(addressesOf(asked));
  const records = alike.map(({ reason, clipping }): Sign => {
    const { id, version, title, outletName, day } = clipping;
    return { id, version, reason, title, outletName, day, of: 'record' };
  });
  const own = entries.filter(({ urlKey }) => keys.includes(urlKey));
  return [
    ...records,
    ...own.map(({ id, version, title, outletName, day, state }): Sign => {
      const reason = state === 'dismissed' ? 'dismissed' : 'waiting';
      return { id, version, reason, title, outletName, day, of: 'entry' };
    }),
  ];
}
