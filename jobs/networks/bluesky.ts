import { z } from 'zod';
import { AuthorFeed, FeedItem, isRepost, readFeedPost } from '../../shared/social/bluesky-feed.ts';
import { composeEach, gatherPosts } from '../../shared/social/compose-post.ts';
import { keepSince } from '../../shared/social/keep-since.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure, RefusedAnswer } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import { readAnswer, readShape, type Shaped } from '../../shared/social/read-shape.ts';
import type { Connector, NetworkClient, PostsWish } from '../network-contract.ts';

const did = /^did:[a-z]+:[\w.:%-]{1,280}$/;
const Profiles = z.object({ profiles: z.array(z.unknown()) });
const Profile = z.looseObject({ did: z.string().regex(did), handle: z.string().min(1).max(300) });
type Profile = z.infer<typeof Profile>;

const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };

/** What Bluesky calls an account: its identifier for ever, or its handle, which is a domain. */
function actorOf({ externalId, handle }: PageToRead): string | null {
  const name = externalId ?? handle.replace(/^@/, '');
  if (externalId !== null || name.startsWith('did:')) return did.test(name) ? name : null;
  const domain = name.includes('.') ? name.toLowerCase() : `${name.toLowerCase()}.bsky.social`;
  const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
  return domain.split('.').every((part) => label.test(part)) ? domain : null;
}

function readProfile(page: PageToRead, profile: Profile): PageReading {
  const counts = [
    {
      metric: 'followers' as const,
      count: readNetworkCount('followersCount', profile.followersCount),
    },
    { metric: 'posts' as const, count: readNetworkCount('postsCount', profile.postsCount) },
  ].map((one) => ({ ...one, precision: 'exact' as const }));
  // An account whose name leads nowhere any more is called so by the network.
  const { did: id, handle } = profile;
  return composeReading(page, id, counts, handle === 'handle.invalid' ? {} : { handle });
}

function readShaped(page: PageToRead, profile: Shaped<Profile>): PageReading {
  return 'value' in profile ? readProfile(page, profile.value) : failPage(page, profile.failure);
}

/** What is found of accounts, by identifier and by handle, or why the call failed. */
type Found = Map<string, Shaped<Profile>>;

const failAll = (actors: readonly string[], failure: NetworkFailure): Found =>
  new Map(actors.map((actor) => [actor, { failure }]));

/** Asks for many accounts; one that the network cannot make sense of is found by halves. */
async function askProfiles(client: NetworkClient, actors: readonly string[]): Promise<Found> {
  const query = actors.map((actor) => `actors=${encodeURIComponent(actor)}`).join('&');
  const answer = await client.getJson({ path: `/xrpc/app.bsky.actor.getProfiles?${query}` });
  const list = readAnswer(Profiles, answer);
  if ('value' in list) return readProfiles(list.value.profiles);
  const isOfOne = !answer.ok && answer.failure.facts.status === 400;
  if (!isOfOne || actors.length === 1) return failAll(actors, list.failure);
  const middle = Math.ceil(actors.length / 2);
  const first = await askProfiles(client, actors.slice(0, middle));
  return new Map([...first, ...(await askProfiles(client, actors.slice(middle)))]);
}

function readProfiles(profiles: readonly unknown[]): Found {
  const found: Found = new Map();
  for (const given of profiles) {
    const profile = readShape(Profile, given);
    const { did: id, handle } = (given ?? {}) as Record<string, unknown>;
    for (const name of [id, handle]) {
      if (typeof name !== 'string') continue;
      found.set(name.startsWith('did:') ? name : name.toLowerCase(), profile);
    }
  }
  return found;
}

/** Why an account was left out of an answer about many: alone, the network says. */
async function explainAbsence(client: NetworkClient, page: PageToRead, actor: string) {
  const path = `/xrpc/app.bsky.actor.getProfile?actor=${encodeURIComponent(actor)}`;
  const profile = readAnswer(Profile, await client.getJson({ path }));
  const isKnown = page.externalId !== null;
  if ('value' in profile || profile.failure.reason !== 'page_unknown' || !isKnown) {
    return readShaped(page, profile);
  }
  const { facts } = profile.failure;
  return failPage(page, { kind: 'refused', reason: 'page_deleted', facts });
}

/** Accounts that nobody has, or that are closed, are silently left out of the answer. */
async function readPages(client: NetworkClient, pages: PageToRead[]): Promise<PageReading[]> {
  const asked = [...new Set(pages.map(actorOf))].filter((actor) => actor !== null);
  if (asked.length === 0) return pages.map((page) => failPage(page, malformed));
  const found = await askProfiles(client, asked);
  const readings: PageReading[] = [];
  for (const page of pages) {
    const actor = actorOf(page);
    const profile = actor === null ? { failure: malformed } : found.get(actor);
    if (actor !== null && !profile) readings.push(await explainAbsence(client, page, actor));
    else readings.push(readShaped(page, profile ?? { failure: malformed }));
  }
  return readings;
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
  const read = gatherPosts(composeEach(FeedItem, own, readFeedPost), client.now());
  const { isOver, ...kept } = keepSince(read, since);
  const next = feed.value.cursor ?? null;
  return { ...kept, cursor: isOver || next === cursor ? null : next };
}

const ErrorBody = z.looseObject({ error: z.string(), message: z.string().optional() });
const taken = new Set(['AccountTakedown', 'AccountSuspended']);

function explainRefusal({ status, body }: RefusedAnswer): NetworkFailure | null {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return null;
  const { error, message = '' } = parsed.data;
  const facts = { status, error: error.slice(0, 64) };
  if (taken.has(error)) return { kind: 'refused', reason: 'page_suspended', facts };
  if (error === 'AccountDeactivated') {
    return { kind: 'refused', reason: 'page_deactivated', facts };
  }
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
