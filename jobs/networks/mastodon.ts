import { z } from 'zod';
import { gatherPosts } from '../../shared/social/compose-post.ts';
import { readNextStatus, readStatus, StatusList } from '../../shared/social/mastodon-statuses.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure, RefusedAnswer } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import { readAnswer, type Shaped } from '../../shared/social/read-shape.ts';
import type { Connector, NetworkClient, PostsWish } from '../network-contract.ts';

const Account = z.looseObject({ id: z.string().regex(/^\w{1,64}$/) });
type Account = z.infer<typeof Account>;

const statusesACall = '40';
const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };

/** `name`, or `name@server` of an account that the server knows from another one. */
function accountNameOf({ handle }: PageToRead): string | null {
  const name = handle.replace(/^@/, '').toLowerCase();
  return /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?(@[a-z0-9.-]+)?$/.test(name) ? name : null;
}

/** By its number where it is known, else by its name. */
async function findAccount(client: NetworkClient, page: PageToRead): Promise<Shaped<Account>> {
  if (page.externalId !== null) {
    if (!/^\w{1,64}$/.test(page.externalId)) return { failure: malformed };
    const path = `/api/v1/accounts/${page.externalId}`;
    return readAnswer(Account, await client.getJson({ path }));
  }
  const acct = accountNameOf(page);
  if (acct === null) return { failure: malformed };
  const path = '/api/v1/accounts/lookup';
  return readAnswer(Account, await client.getJson({ path, query: { acct } }));
}

async function readPage(client: NetworkClient, page: PageToRead): Promise<PageReading> {
  const found = await findAccount(client, page);
  if ('failure' in found) return failPage(page, found.failure);
  const { id, followers_count: followers, statuses_count: posts } = found.value;
  return composeReading(page, id, [
    {
      metric: 'followers',
      precision: 'exact',
      count: readNetworkCount('followers_count', followers),
    },
    { metric: 'posts', precision: 'exact', count: readNetworkCount('statuses_count', posts) },
  ]);
}

function failPosts(failure: NetworkFailure): PostsReading {
  return { posts: [], cursor: null, failures: [{ metric: null, failure }] };
}

/** The number that statuses are asked by; found by name before the page was ever read. */
async function findId(client: NetworkClient, page: PageToRead): Promise<Shaped<string>> {
  if (page.externalId !== null && /^\w{1,64}$/.test(page.externalId)) {
    return { value: page.externalId };
  }
  const found = await findAccount(client, page);
  return 'failure' in found ? found : { value: found.value.id };
}

async function readPosts(
  client: NetworkClient,
  page: PageToRead,
  { since, cursor }: PostsWish,
): Promise<PostsReading> {
  const id = await findId(client, page);
  if ('failure' in id) return failPosts(id.failure);
  const path = `/api/v1/accounts/${id.value}/statuses`;
  // What others wrote and the page only passed on is not a post of the page.
  const query: Record<string, string> = { limit: statusesACall, exclude_reblogs: 'true' };
  if (cursor !== null) query.max_id = cursor;
  const answer = await client.getJson({ path, query });
  const list = readAnswer(StatusList, answer);
  if ('failure' in list) return failPosts(list.failure);
  const read = gatherPosts(list.value.map(readStatus));
  const isOld = since !== null && read.posts.some(({ publishedAt }) => publishedAt < since);
  const next = answer.ok && !isOld ? readNextStatus(answer.link) : null;
  return {
    ...read,
    posts: read.posts.filter(({ publishedAt }) => since === null || publishedAt >= since),
    cursor: next === cursor ? null : next,
  };
}

/** A server that hides its accounts from strangers asks for a token, which no page here has. */
function explainRefusal({ status }: RefusedAnswer): NetworkFailure | null {
  const facts = { status };
  if (status === 404) return { kind: 'refused', reason: 'page_unknown', facts };
  if (status === 410) return { kind: 'refused', reason: 'page_suspended', facts };
  if (status === 401) return { kind: 'refused', reason: 'permission_missing', facts };
  return null;
}

/** Accounts of Mastodon on any server, with what it shows to everybody. */
export const mastodon: Connector = {
  network: 'mastodon',
  defaultBaseUrl: 'https://mastodon.social',
  batchSize: 10,
  authorize: () => ({}),
  explainRefusal,
  keepsCursors: true,
  postsListed: 'whole',
  readPosts,

  async readPages(client, pages) {
    const readings: PageReading[] = [];
    for (const page of pages) readings.push(await readPage(client, page));
    return readings;
  },
};
