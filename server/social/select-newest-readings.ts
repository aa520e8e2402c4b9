import type { Kysely } from 'kysely';
import type { Reading } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';
import { selectBounds } from './select-bounds.ts';

/** The readings of a page that lists show. */
export interface PageReadings {
  followers: Reading | null;
  posts: Reading | null;
  followersBefore: Reading | null;
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
  const none: PageReadings = { followers: null, posts: null, followersBefore: null };
  return new Map([...bounds].map(([id, found]) => [id, { ...none, ...found }]));
}
