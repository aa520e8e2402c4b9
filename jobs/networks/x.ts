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
  id: z.string().refine(isUserNumber),
  username: z.string().min(1).max(100),
  name: z.string().optional().catch(undefined),
  public_metrics: z.unknown().optional(),
});
type User = z.infer<typeof User>;
const Metrics = z.record(z.string(), z.unknown()).nullish();

function isUserNumber(id: string): boolean {
  return /^\d{1,19}$/.test(id);
}

function isUserName(name: string): boolean {
  return /^[a-z0-9_]{1,15}$/.test(name);
}

function readUser(page: PageToRead, user: User): PageReading {
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

/** One of the two ways to ask for accounts, and what each account asked for is called in it. */
interface Naming {
  path: string;
  parameter: 'ids' | 'usernames';
  nameOf(user: User): string;
}

/** An account keeps its number when it takes another name, which anybody may then take. */
const byNumber: Naming = { path: '/2/users', parameter: 'ids', nameOf: ({ id }) => id };
const byName: Naming = {
  path: '/2/users/by',
  parameter: 'usernames',
  nameOf: ({ username }) => username.toLowerCase(),
};

/** How a page is asked for; null when no account can be called so. */
function namingOf(page: PageToRead): [Naming, string] | null {
  if (page.externalId !== null) {
    return isUserNumber(page.externalId) ? [byNumber, page.externalId] : null;
  }
  const name = page.handle.replace(/^@/, '').toLowerCase();
  return isUserName(name) ? [byName, name] : null;
}

type Found = Map<string, Shaped<User>>;

/** What the answer says of each account asked for, by the name that it was asked by. */
function sortAnswer(answer: z.infer<typeof UsersAnswer>, { nameOf }: Naming): Found {
  const found: Found = new Map();
  for (const given of answer.errors ?? []) {
    const problem = XProblem.safeParse(given);
    const name = problem.data?.value?.toLowerCase();
    if (!problem.success || name === undefined) continue;
    found.set(name, { failure: explainAccountProblem(problem.data) });
  }
  for (const given of answer.data ?? []) {
    const user = User.safeParse(given);
    if (user.success) found.set(nameOf(user.data), { value: user.data });
  }
  return found;
}

/** Asks for accounts in one of the two ways; a refusal of the call is one of each of them. */
async function findUsers(client: NetworkClient, naming: Naming, names: string[]): Promise<Found> {
  if (names.length === 0) return new Map();
  const { path, parameter } = naming;
  const query = { [parameter]: names.join(','), 'user.fields': 'public_metrics' };
  const users = readAnswer(UsersAnswer, await client.getJson({ path, query }));
  if ('failure' in users) return new Map(names.map((name) => [name, users]));
  return sortAnswer(users.value, naming);
}

const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };
const missing: NetworkFailure = { kind: 'changed_shape', reason: 'page_missing', facts: {} };

async function readPages(client: NetworkClient, pages: PageToRead[]): Promise<PageReading[]> {
  const named = pages.map((page) => ({ page, naming: namingOf(page) }));
  const askedIn = (one: Naming) => [
    ...new Set(named.flatMap(({ naming }) => (naming?.[0] === one ? naming[1] : []))),
  ];
  const found = new Map([
    [byNumber, await findUsers(client, byNumber, askedIn(byNumber))],
    [byName, await findUsers(client, byName, askedIn(byName))],
  ]);
  return named.map(({ page, naming }) => {
    if (!naming) return failPage(page, malformed);
    const user = found.get(naming[0])?.get(naming[1]) ?? { failure: missing };
    return 'failure' in user ? failPage(page, user.failure) : readUser(page, user.value);
  });
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

/** Accounts of X, API v2: the public figures of a hundred accounts a call, and each one's posts. */
export const x: Connector = {
  network: 'x',
  defaultBaseUrl: 'https://api.x.com',
  batchSize: 100,
  explainRefusal: explainXRefusal,
  readPages,
  readPosts,
  checkCredential,
};
