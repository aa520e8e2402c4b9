import { z } from 'zod';
import { AuthorFeed, isRepost, readFeedPost } from '../../shared/social/bluesky-feed.ts';
import { gatherPosts } from '../../shared/social/compose-post.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure, RefusedAnswer } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import { readAnswer } from '../../shared/social/read-shape.ts';
import type { Connector, NetworkClient, PostsWish } from '../network-contract.ts';

const Profiles = z.object({
  profiles: z.array(
    z.looseObject({ did: z.string().regex(/^did:[\w.:%-]{3,60}$/), handle: z.string() }),
  ),
});
type Profile = z.infer<typeof Profiles>['profiles'][number];

const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };
const unknown: NetworkFailure = { kind: 'refused', reason: 'page_unknown', facts: {} };

/** What Bluesky calls an account: its identifier for ever, or its handle, which is a domain. */
function actorOf({ externalId, handle }: PageToRead): string | null {
  if (externalId !== null) return /^did:[\w.:%-]{3,60}$/.test(externalId) ? externalId : null;
  const name = handle.replace(/^@/, '').toLowerCase();
  if (name.startsWith('did:')) return /^did:[\w.:%-]{3,60}$/.test(name) ? name : null;
  const domain = name.includes('.') ? name : `${name}.bsky.social`;
  const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
  return domain.split('.').every((part) => label.test(part)) ? domain : null;
}

function readProfile(page: PageToRead, profile: Profile): PageReading {
  return composeReading(page, profile.did, [
    {
      metric: 'followers',
      precision: 'exact',
      count: readNetworkCount('followersCount', profile.followersCount),
    },
    {
      metric: 'posts',
      precision: 'exact',
      count: readNetworkCount('postsCount', profile.postsCount),
    },
  ]);
}

/** Accounts that nobody has are silently left out of the answer. */
async function readPages(client: NetworkClient, pages: PageToRead[]): Promise<PageReading[]> {
  const actors = new Map(pages.map((page) => [page.id, actorOf(page)]));
  const asked = [...new Set(actors.values())].filter((actor) => actor !== null);
  if (asked.length === 0) return pages.map((page) => failPage(page, malformed));
  const query = asked.map((actor) => `actors=${encodeURIComponent(actor)}`).join('&');
  const path = `/xrpc/app.bsky.actor.getProfiles?${query}`;
  const answer = readAnswer(Profiles, await client.getJson({ path }));
  const found = new Map<string, Profile>();
  for (const profile of 'value' in answer ? answer.value.profiles : []) {
    found.set(profile.did, profile).set(profile.handle.toLowerCase(), profile);
  }
  return pages.map((page) => {
    const actor = actors.get(page.id) ?? null;
    if (actor === null) return failPage(page, malformed);
    if ('failure' in answer) return failPage(page, answer.failure);
    const profile = found.get(actor);
    return profile ? readProfile(page, profile) : failPage(page, unknown);
  });
}

function failPosts(failure: NetworkFailure): PostsReading {
  return { posts: [], cursor: null, failures: [{ metric: null, failure }] };
}

async function readPosts(
  client: NetworkClient,
  page: PageToRead,
  { since, cursor }: PostsWish,
): Promise<PostsReading> {
  const actor = actorOf(page);
  if (actor === null) return failPosts(malformed);
  const query: Record<string, string> = { actor, limit: '100', filter: 'posts_with_replies' };
  if (cursor !== null) query.cursor = cursor;
  const path = '/xrpc/app.bsky.feed.getAuthorFeed';
  const feed = readAnswer(AuthorFeed, await client.getJson({ path, query }));
  if ('failure' in feed) return failPosts(feed.failure);
  const own = feed.value.feed.filter((item) => !isRepost(item));
  const read = gatherPosts(own.map(readFeedPost));
  const isOld = since !== null && read.posts.some(({ publishedAt }) => publishedAt < since);
  const next = feed.value.cursor ?? null;
  return {
    ...read,
    posts: read.posts.filter(({ publishedAt }) => since === null || publishedAt >= since),
    cursor: isOld || next === cursor ? null : next,
  };
}

const ErrorBody = z.looseObject({ error: z.string(), message: z.string().optional() });
const taken = new Set(['AccountTakedown', 'AccountDeactivated', 'AccountSuspended']);

function explainRefusal({ status, body }: RefusedAnswer): NetworkFailure | null {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return null;
  const { error, message = '' } = parsed.data;
  const facts = { status, error: error.slice(0, 64) };
  if (taken.has(error)) return { kind: 'refused', reason: 'page_suspended', facts };
  if (status === 400 && /not found/i.test(message)) {
    return { kind: 'refused', reason: 'page_unknown', facts };
  }
  if (status === 401 || error.startsWith('Blocked')) {
    return { kind: 'refused', reason: 'permission_missing', facts };
  }
  return null;
}

/** Accounts of Bluesky, with what it shows to everybody, by the public application view. */
export const bluesky: Connector = {
  network: 'bluesky',
  defaultBaseUrl: 'https://public.api.bsky.app',
  batchSize: 25,
  authorize: () => ({}),
  explainRefusal,
  keepsCursors: true,
  readPages,
  postsListed: 'whole',
  readPosts,
};
