import { z } from 'zod';
import { type ComposedPost, gatherPosts } from '../../shared/social/compose-post.ts';
import {
  failCheck,
  readReachedPages,
  readTokenLimits,
} from '../../shared/social/facebook-accounts.ts';
import { countFacebookPosts } from '../../shared/social/facebook-post-count.ts';
import { readGraphAudience } from '../../shared/social/graph-audience.ts';
import { explainGraphError } from '../../shared/social/graph-error.ts';
import { askInsights, readDaySeries, singleValue } from '../../shared/social/graph-insights.ts';
import { type CallGraph, readGraphList } from '../../shared/social/graph-list.ts';
import { failPosts } from '../../shared/social/graph-posts.ts';
import { renewLongLivedToken } from '../../shared/social/graph-token.ts';
import { keepSince } from '../../shared/social/keep-since.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  type DaysReading,
  failPage,
  type MetricCount,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import type { PostMetric } from '../../shared/social/post-metrics.ts';
import { readAnswer, type Shaped } from '../../shared/social/read-shape.ts';
import {
  isRepost,
  readThreadsItems,
  readThreadsPost,
  type ThreadsItem,
  threadsPostFields,
  threadsPostMetrics,
} from '../../shared/social/threads-posts.ts';
import type { Connector, DaysPeriod, NetworkClient, PostsWish } from '../network-contract.ts';

const me = '/v1.0/me';
/** The network keeps no figure of an earlier day. */
const firstDay = '2024-04-13';
const postsACall = '25';
const permissions = ['threads_basic', 'threads_manage_insights'];
const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };

const User = z.looseObject({
  id: z.string().regex(/^\d{1,40}$/),
  username: z.string().min(1).optional(),
});
type User = z.infer<typeof User>;

function callWith(client: NetworkClient): CallGraph {
  return (path, query) => client.getJson({ path, query });
}

function nameOf({ handle }: PageToRead): string {
  return handle.replace(/^@/, '').toLowerCase();
}

/** Whose the token is: it reads no other account. */
async function readUser(client: NetworkClient): Promise<Shaped<User>> {
  return readAnswer(User, await client.getJson({ path: me, query: { fields: 'id,username' } }));
}

/** Why a page is not the token's account; null when it is. */
function findMismatch(page: PageToRead, user: User): NetworkFailure | null {
  if (page.externalId === null && !/^[a-z0-9._]{1,30}$/.test(nameOf(page))) return malformed;
  if (page.externalId !== null && page.externalId !== user.id) {
    const facts = { expected: page.externalId, found: user.id };
    return { kind: 'refused', reason: 'page_replaced', facts };
  }
  const isOther = page.externalId === null && nameOf(page) !== user.username?.toLowerCase();
  return isOther ? { kind: 'refused', reason: 'page_unknown', facts: { accountsSeen: 1 } } : null;
}

/** The token's account, if it is the page's. */
async function findPage(client: NetworkClient, page: PageToRead): Promise<Shaped<User>> {
  const user = await readUser(client);
  if ('failure' in user) return user;
  const failure = findMismatch(page, user.value);
  return failure ? { failure } : user;
}

const audienceQuestions = (['country', 'city', 'age', 'gender'] as const).map((dimension) => ({
  dimension,
  query: { breakdown: dimension },
}));

/** What others wrote and the account only passed on is not counted. */
const ownPosts = {
  fields: 'id,media_type',
  isRanked: false,
  isOwn: (item: unknown) => !isRepost(item),
};

async function readFollowers(call: CallGraph): Promise<MetricCount> {
  const name = 'followers_count';
  const { series, failures } = await askInsights([name], () =>
    call(`${me}/threads_insights`, { metric: name }),
  );
  const failure = failures.get(name);
  const count = failure ? { failure } : readNetworkCount(name, singleValue(series.get(name)));
  return { metric: 'followers', precision: 'exact', count };
}

async function readDays(
  client: NetworkClient,
  page: PageToRead,
  { from, to }: DaysPeriod,
): Promise<DaysReading> {
  const user = await findPage(client, page);
  if ('failure' in user)
    return { readings: [], failures: [{ metric: null, failure: user.failure }] };
  if (to < firstDay) return { readings: [], failures: [] };
  const since = Date.parse(`${from < firstDay ? firstDay : from}T00:00:00Z`) / 1_000;
  const until = Date.parse(`${to}T00:00:00Z`) / 1_000 + 2 * 86_400;
  const { series, failures } = await askInsights(['views'], (metrics) =>
    callWith(client)(`${me}/threads_insights`, {
      metric: metrics.join(','),
      since: `${since}`,
      until: `${until}`,
    }),
  );
  const failure = failures.get('views');
  const views = series.get('views');
  if (failure) return { readings: [], failures: [{ metric: 'views', failure }] };
  return views ? readDaySeries('views', views, { from, to }) : { readings: [], failures: [] };
}

/** Failures of everything that is asked next: the credential's, or the network's. */
function endsAsking({ kind, reason }: NetworkFailure): boolean {
  if (kind === 'reauthorise' || reason === 'permission_missing') return true;
  return (
    kind === 'retry_later' && reason !== 'answer_too_heavy' && reason !== 'network_unavailable'
  );
}

/** What came of asking every post of a batch for its counts. */
interface CountedPosts {
  composed: ComposedPost[];
  /** The metrics that are gone, which are asked no more. */
  gone: Map<string, NetworkFailure>;
  /** Why no more was asked. */
  stoppedBy: NetworkFailure | null;
}

/** Every metric failed alike: it is the post that has no counts, whatever the reason. */
function withoutCounts(one: ComposedPost, failure: NetworkFailure, post: string): ComposedPost {
  return { ...one, failures: [...one.failures, { metric: null, failure, post }] };
}

/** What is counted of each post is asked post by post; a post whose counts fail is one without. */
async function readCounts(items: readonly ThreadsItem[], call: CallGraph): Promise<CountedPosts> {
  const counted: CountedPosts = { composed: [], gone: new Map(), stoppedBy: null };
  for (const item of items) {
    const asked = Object.values(threadsPostMetrics).filter((name) => !counted.gone.has(name));
    const { series, failures } = await askInsights(asked, (metrics) =>
      call(`/v1.0/${item.id}/insights`, { metric: metrics.join(',') }),
    );
    let failed: NetworkFailure | null = null;
    for (const [name, failure] of failures) {
      if (failure.reason === 'metric_retired') counted.gone.set(name, failure);
      else if (failure.reason !== 'value_not_given') failed = failure;
    }
    // Without its counts a post of a credential that ended would look like one that nobody saw.
    if (failed && endsAsking(failed)) return { ...counted, stoppedBy: failed };
    const one = readThreadsPost(item, series);
    counted.composed.push(failed ? withoutCounts(one, failed, item.id) : one);
  }
  return counted;
}

const metricOf = new Map(
  Object.entries(threadsPostMetrics).map(([metric, name]): [string, PostMetric] => [
    name,
    metric as PostMetric,
  ]),
);

async function readPosts(
  client: NetworkClient,
  page: PageToRead,
  { since, cursor }: PostsWish,
): Promise<PostsReading> {
  const user = cursor === null ? await findPage(client, page) : null;
  if (user && 'failure' in user) return failPosts(user.failure);
  const call = callWith(client);
  const asked = { fields: threadsPostFields, limit: postsACall };
  const query = cursor === null ? asked : { ...asked, after: cursor };
  const answer = await call(`${me}/threads`, query);
  if (!answer.ok) return failPosts(answer.failure);
  const list = readGraphList(answer.body);
  if ('failure' in list) return failPosts(list.failure);
  const { items, bad } = readThreadsItems(list.items);
  const { composed, gone, stoppedBy } = await readCounts(items, call);
  const read = gatherPosts([...composed, ...bad], client.now());
  const next = list.next?.after ?? null;
  const isOver = stoppedBy !== null || keepSince(read, since).isOver || next === cursor;
  const retired = [...gone].map(([name, failure]) => ({
    metric: metricOf.get(name) ?? null,
    failure,
  }));
  const stopped = stoppedBy ? [{ metric: null, failure: stoppedBy }] : [];
  return {
    posts: read.posts,
    cursor: isOver ? null : next,
    failures: [...retired, ...read.failures, ...stopped],
  };
}

/** Profiles of Threads, API v1.0: a token reads the profile of whoever gave it, and no other. */
export const threads: Connector = {
  network: 'threads',
  defaultBaseUrl: 'https://graph.threads.net',
  batchSize: 10,
  explainRefusal: explainGraphError,
  keepsCursors: true,
  days: { metrics: ['views'], reachesBackDays: 729, daysPerCall: 90, settlesAfterDays: 2 },
  readDays,
  readPosts,

  async readPages(client, pages) {
    const call = callWith(client);
    const user = await readUser(client);
    const isOwn = (page: PageToRead) => 'value' in user && findMismatch(page, user.value) === null;
    const counts = pages.some(isOwn)
      ? [await readFollowers(call), await countFacebookPosts(`${me}/threads`, call, ownPosts)]
      : [];
    return pages.map((page) => {
      if ('failure' in user) return failPage(page, user.failure);
      const failure = findMismatch(page, user.value);
      return failure
        ? failPage(page, failure)
        : composeReading(page, user.value.id, counts, { handle: user.value.username });
    });
  },

  async readAudience(client, page) {
    const user = await findPage(client, page);
    if ('failure' in user) return { slices: [], failures: [user] };
    return readGraphAudience(`${me}/threads_insights`, audienceQuestions, callWith(client));
  },

  async checkCredential(client) {
    const call = callWith(client);
    const answer = await call(me, { fields: 'id,username,name' });
    if (!answer.ok) return failCheck(answer.failure);
    const reached = readReachedPages([answer.body]);
    const token = client.secret.accessToken ?? '';
    return {
      ...reached,
      ...(await readTokenLimits('/v1.0/debug_token', token, permissions, call)),
    };
  },

  refreshCredential(client) {
    const query = { grant_type: 'th_refresh_token' };
    return renewLongLivedToken(client.secret, client.now(), () =>
      client.getJson({ path: '/refresh_access_token', query }),
    );
  },
};
