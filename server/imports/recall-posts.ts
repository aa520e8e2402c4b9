import type { Kysely } from 'kysely';
import type { PlacedItem } from '../../shared/imports/place-items.ts';
import { postCodeOf } from '../../shared/imports/read-posts.ts';
import type { Tables } from '../database/schema.ts';
import { selectPermalinks } from '../social/select-stored-readings.ts';

type Post = Extract<PlacedItem, { makes: 'post' }>;

/** Meta's files leave out the page's part of a Facebook post's identifier, which its API gives. */
function wholeIdentifier({ at, post }: Post): string {
  const isPart = at.network === 'facebook' && at.externalId && /^\d+$/.test(post.externalId);
  return isPart ? `${at.externalId}_${post.externalId}` : post.externalId;
}

/**
 * Gives the posts of a file the identifiers under which they are stored: the network's own or,
 * where a post of that address is known already, that one's.
 */
export async function recallPosts(
  db: Kysely<Tables>,
  items: readonly PlacedItem[],
): Promise<PlacedItem[]> {
  const pageIds = new Set(items.flatMap((item) => (item.makes === 'post' ? [item.at.id] : [])));
  const stored = await selectPermalinks(db, [...pageIds]);
  const ids = new Set(stored.map(({ pageId, externalId }) => `${pageId} ${externalId}`));
  const byCode = new Map(
    stored.map((row) => [`${row.pageId} ${postCodeOf(row.permalink)}`, row.externalId]),
  );
  return items.map((item) => {
    if (item.makes !== 'post') return item;
    const externalId = wholeIdentifier(item);
    if (ids.has(`${item.at.id} ${externalId}`))
      return { ...item, post: { ...item.post, externalId } };
    const codes = [postCodeOf(item.post.permalink), item.post.externalId];
    const known = codes.map((code) => byCode.get(`${item.at.id} ${code}`)).find(Boolean);
    return { ...item, post: { ...item.post, externalId: known ?? externalId } };
  });
}
