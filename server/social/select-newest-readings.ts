import type { Kysely } from 'kysely';
import type { Reading } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';
import { selectBounds } from './select-bounds.ts';

/** The readings of a page that lists show. */
export interface PageReadings {
  followers: Reading | null;
  posts: Reading | null;
  followersBefore: Reading | null;
  /** What the network said last of followers, where it said something else of that day before. */
  followersNow: Reading | null;
}

interface NewestRow extends Omit<Reading, 'source'> {
  pageId: string;
}

const idsPerQuery = 500;

/** The network's newest answer on the followers of pages. */
export async function selectNewestFollowers(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>();
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const rows = await db
      .selectFrom('newestLevel')
      .select(['pageId', 'value', 'day', 'precision', 'capturedAt'])
      .where('metric', '=', 'followers')
      .where('pageId', 'in', ids.slice(start, start + idsPerQuery))
      .execute();
    for (const { pageId, ...reading } of rows as NewestRow[]) {
      found.set(pageId, { ...reading, value: Number(reading.value), source: 'api' });
    }
  }
  return found;
}

/** What the network says now beside the figure of the day; null where that is the same, or of another day or source. */
export function saidNow(figure: Reading | null | undefined, now: Reading | undefined) {
  const isOfDay = figure && now && figure.source === 'api' && figure.day === now.day;
  return isOfDay && figure.value !== now.value ? now : null;
}

const ever = { which: 'last', from: '0000-01-01', to: '9999-12-31' } as const;

/**
 * The newest followers and posts of each page, and its newest followers on or before a day; of
 * several sources on one day, the one that is believed.
 */
export async function selectNewestReadings(
  db: Kysely<Tables>,
  ids: readonly string[],
  before: string,
): Promise<Map<string, PageReadings>> {
  const bounds = await selectBounds(db, ids, [
    { ...ever, name: 'followers', metric: 'followers' },
    { ...ever, name: 'posts', metric: 'posts' },
    { ...ever, name: 'followersBefore', metric: 'followers', to: before },
  ]);
  const none = { followers: null, posts: null, followersBefore: null };
  const newest = await selectNewestFollowers(db, ids);
  return new Map(
    [...bounds].map(([id, found]) => {
      const followersNow = saidNow(found.followers, newest.get(id));
      return [id, { ...none, ...found, followersNow }];
    }),
  );
}
