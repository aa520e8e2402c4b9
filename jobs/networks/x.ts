import { z } from 'zod';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  type CredentialCheck,
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import { readAnswer, type Shaped } from '../../shared/social/read-shape.ts';
import { fieldsOf, readTimeline, type XNaming, XTimeline } from '../../shared/social/x-posts.ts';
import { explainAccountProblem, explainXRefusal, XProblem } from '../../shared/social/x-problem.ts';
import type { Connector, NetworkClient, PostsWish } from '../network-contract.ts';

const UsersAnswer = z.object({
  data: z.array(z.unknown()).optional(),
  errors: z.array(z.unknown()).optional(),
});
const User = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  username: z.string().min(1).max(100),
  name: z.string().optional().catch(undefined),
  public_metrics: z.unknown().optional(),
});
type User = z.infer<typeof User>;
const Metrics = z.record(z.string(), z.unknown()).nullish();

function userNameOf(page: PageToRead): string {
  return page.handle.replace(/^@/, '').toLowerCase();
}

function isUserName(name: string): boolean {
  return /^[a-z0-9_]{1,15}$/.test(name);
}

function readUser(page: PageToRead, user: User): PageReading {
  if (page.externalId !== null && page.externalId !== user.id) {
    const facts = { expected: page.externalId, found: user.id };
    return failPage(page, { kind: 'refused', reason: 'page_replaced', facts });
  }
  const metrics = Metrics.safeParse(user.public_metrics);
  if (!metrics.success) {
    const facts = { field: 'public_metrics' };
    return failPage(page, { kind: 'changed_shape', reason: 'field_malformed', facts });
  }
  const { followers_count: followers, post_count: posts, tweet_count: tweets } = metrics.data ?? {};
  return composeReading(page, user.id, [
    {
      metric: 'followers',
      precision: 'exact',
      count: readNetworkCount('followers_count', followers),
    },
    // The field is called `tweet_count` in versions of the API up to 2.166.
    { metric: 'posts', precision: 'exact', count: readNetworkCount('post_count', posts ?? tweets) },
  ]);
}

/** What the answer says of each user, by name in lower case. */
function sortAnswer(answer: z.infer<typeof UsersAnswer>) {
  const users = new Map<string, User>();
  for (const given of answer.data ?? []) {
    const user = User.safeParse(given);
    if (user.success) users.set(user.data.username.toLowerCase(), user.data);
  }
  const problems = new Map<string, XProblem>();
  for (const given of answer.errors ?? []) {
    const problem = XProblem.safeParse(given);
    const name = problem.data?.value?.toLowerCase();
    if (problem.success && name !== undefined) problems.set(name, problem.data);
  }
  return { users, problems };
}

function readSorted(page: PageToRead, sorted: ReturnType<typeof sortAnswer>): PageReading {
  const name = userNameOf(page);
  const user = sorted.users.get(name);
  if (user) return readUser(page, user);
  const problem = sorted.problems.get(name);
  if (problem) return failPage(page, explainAccountProblem(problem));
  return failPage(page, { kind: 'changed_shape', reason: 'page_missing', facts: {} });
}

const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };

async function readPages(client: NetworkClient, pages: PageToRead[]): Promise<PageReading[]> {
  const names = [...new Set(pages.map(userNameOf))].filter(isUserName);
  if (names.length === 0) return pages.map((page) => failPage(page, malformed));
  const answer = await client.getJson({
    path: '/2/users/by',
    query: { usernames: names.join(','), 'user.fields': 'public_metrics' },
  });
  const users = readAnswer(UsersAnswer, answer);
  if ('failure' in users) return pages.map((page) => failPage(page, users.failure));
  const sorted = sortAnswer(users.value);
  return pages.map((page) =>
    isUserName(userNameOf(page)) ? readSorted(page, sorted) : failPage(page, malformed),
  );
}

/** An account's number, asked for by its name when it is not known yet. */
async function findId(client: NetworkClient, page: PageToRead): Promise<Shaped<string>> {
  if (page.externalId !== null) return { value: page.externalId };
  const [reading] = await readPages(client, [page]);
  if (reading?.externalId) return { value: reading.externalId };
  return { failure: reading?.failures[0]?.failure ?? malformed };
}

/** What the API calls posts, as far as this credential has seen. */
const namingSeen = new WeakMap<NetworkClient, XNaming>();

/** Asks in the newer words, and in the older where those are refused. */
async function askTimeline(client: NetworkClient, id: string, query: Record<string, string>) {
  const ask = async (naming: XNaming) => {
    const path = `/2/users/${encodeURIComponent(id)}/tweets`;
    const answer = await client.getJson({ path, query: { ...query, ...fieldsOf(naming) } });
    if (answer.ok) namingSeen.set(client, naming);
    return answer;
  };
  const seen = namingSeen.get(client);
  const answer = await ask(seen ?? 'post');
  const isRefused = !answer.ok && answer.failure.reason === 'request_refused';
  return readAnswer(XTimeline, isRefused && !seen ? await ask('tweet') : answer);
}

/** What an account wrote, without what it only passed on; the network keeps its last 3,200. */
async function readPosts(
  client: NetworkClient,
  page: PageToRead,
  { since, cursor }: PostsWish,
): Promise<PostsReading> {
  const fail = (failure: NetworkFailure): PostsReading => {
    return { posts: [], cursor: null, failures: [{ metric: null, failure }] };
  };
  const id = await findId(client, page);
  if ('failure' in id) return fail(id.failure);
  const timeline = await askTimeline(client, id.value, {
    max_results: '100',
    exclude: 'retweets',
    expansions: 'attachments.media_keys',
    'media.fields': 'type',
    ...(since === null ? {} : { start_time: `${since}T00:00:00Z` }),
    ...(cursor === null ? {} : { pagination_token: cursor }),
  });
  if ('failure' in timeline) return fail(timeline.failure);
  const { errors = [], meta } = timeline.value;
  if (!meta && errors[0]) return fail(explainAccountProblem(errors[0]));
  if (!meta) {
    return fail({ kind: 'changed_shape', reason: 'field_malformed', facts: { field: 'meta' } });
  }
  const next = meta.next_token ?? null;
  const handle = page.handle.replace(/^@/, '');
  return {
    ...readTimeline(timeline.value, handle, client.now()),
    cursor: next === cursor ? null : next,
  };
}

/** A token of an application belongs to no account: it reads any, and is told so of its own. */
async function checkCredential(client: NetworkClient): Promise<CredentialCheck> {
  const none = { pages: [], expiresAt: null, missingPermissions: [], failure: null };
  const query = { 'user.fields': 'public_metrics' };
  const answer = await client.getJson({ path: '/2/users/me', query });
  const isOfApplication =
    !answer.ok && answer.failure.facts.problem === 'unsupported-authentication';
  if (isOfApplication) return none;
  const me = readAnswer(z.object({ data: User }), answer);
  if ('failure' in me) return { ...none, failure: me.failure };
  const { id: externalId, username: handle, name, public_metrics: metrics } = me.value.data;
  const { followers_count: followers } = Metrics.safeParse(metrics).data ?? {};
  const count = readNetworkCount('followers_count', followers);
  const title = (name || handle).slice(0, 200);
  return {
    ...none,
    pages: [{ externalId, handle, title, followers: 'value' in count ? count.value : null }],
  };
}

/** Accounts of X, API v2: the public figures of a hundred names a call, and each one's posts. */
export const x: Connector = {
  network: 'x',
  defaultBaseUrl: 'https://api.x.com',
  batchSize: 100,
  explainRefusal: explainXRefusal,
  readPages,
  readPosts,
  checkCredential,
};
