import { z } from 'zod';
import { composeEach, gatherPosts } from '../../shared/social/compose-post.ts';
import { keepSince } from '../../shared/social/keep-since.ts';
import {
  isBoost,
  readNextStatus,
  readStatus,
  Status,
  StatusList,
} from '../../shared/social/mastodon-statuses.ts';
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

const Name = z.string().min(1).max(300);
const Account = z.looseObject({
  id: z.string().regex(/^\w{1,64}$/),
  acct: Name.optional().catch(undefined),
  /** The server took it away; it answers all the same, with counts of zero. */
  suspended: z.boolean().nullish().catch(null),
  moved: z
    .looseObject({
      acct: Name,
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional()
        .catch(undefined),
    })
    .nullish()
    .catch(null),
});
type Account = z.infer<typeof Account>;

const statusesACall = '40';
const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };
const suspended: NetworkFailure = { kind: 'refused', reason: 'page_suspended', facts: {} };
const deleted = { kind: 'refused', reason: 'page_deleted' } as const;

/** `name`, or `name@server` of an account that the server knows from another one. */
function accountNameOf({ handle }: PageToRead): string | null {
  const name = handle.replace(/^@/, '').toLowerCase();
  return /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?(@[a-z0-9.-]+)?$/.test(name) ? name : null;
}

/** By its number where it is known, else by its name. */
async function askAccount(client: NetworkClient, page: PageToRead): Promise<Shaped<Account>> {
  if (page.externalId !== null) {
    if (!/^\w{1,64}$/.test(page.externalId)) return { failure: malformed };
    const path = `/api/v1/accounts/${page.externalId}`;
    const account = readAnswer(Account, await client.getJson({ path }));
    const isGone = 'failure' in account && account.failure.reason === 'page_unknown';
    return isGone ? { failure: { ...account.failure, ...deleted } } : account;
  }
  const acct = accountNameOf(page);
  if (acct === null) return { failure: malformed };
  const path = '/api/v1/accounts/lookup';
  return readAnswer(Account, await client.getJson({ path, query: { acct } }));
}

/** The account, if it is still one that is shown. */
async function findAccount(client: NetworkClient, page: PageToRead): Promise<Shaped<Account>> {
  const account = await askAccount(client, page);
  const isSuspended = 'value' in account && account.value.suspended === true;
  return isSuspended ? { failure: suspended } : account;
}

async function readPage(client: NetworkClient, page: PageToRead): Promise<PageReading> {
  const found = await findAccount(client, page);
  if ('failure' in found) return failPage(page, found.failure);
  const {
    id,
    acct: handle,
    moved,
    followers_count: followers,
    statuses_count: posts,
  } = found.value;
  const counts = [
    { metric: 'followers' as const, count: readNetworkCount('followers_count', followers) },
    { metric: 'posts' as const, count: readNetworkCount('statuses_count', posts) },
  ].map((one) => ({ ...one, precision: 'exact' as const }));
  return composeReading(page, id, counts, { handle, movedTo: moved?.url ?? moved?.acct });
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
  if (list.value.length === 0 && cursor === null) {
    // A suspended account has an empty list, which is not one without posts.
    const account = await findAccount(client, page);
    if ('failure' in account) return failPosts(account.failure);
  }
  const own = list.value.filter((item) => !isBoost(item));
  const read = gatherPosts(composeEach(Status, own, readStatus), client.now());
  const { isOver, ...kept } = keepSince(read, since);
  const next = answer.ok && !isOver ? readNextStatus(answer.link) : null;
  return { ...kept, cursor: next === cursor ? null : next };
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
