import { type ComposedPost, type GivenCount, gatherPosts } from './compose-post.ts';
import { askInsights, type InsightSeries, readInsights, singleValue } from './graph-insights.ts';
import { type CallGraph, readGraphList } from './graph-list.ts';
import { askWithoutRetired } from './graph-retired.ts';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';
import type { PostsReading } from './network-readings.ts';
import type { PostMetric } from './post-metrics.ts';

const usualBatch = 50;
const longestCursor = 4_000;

/** What was found out of a credential's calls: which parts of a post the network retired. */
export type RetiredParts = Map<string, NetworkFailure>;

/** What each count is called. */
export type PostParts = Partial<Record<PostMetric, string>>;
export type GivenItem = Record<string, unknown>;
/** What the insights of a post say, or why they cannot be read. */
export type PostSeries = ReadonlyMap<string, InsightSeries> | { failure: NetworkFailure };

/** How the posts of one network of the graph are asked for and read. */
export interface GraphPostsRule {
  /** Counts that stand in fields of the post, and those in its insights; each may be retired by itself. */
  fields: PostParts;
  insights: PostParts;
  fieldsOf(parts: readonly string[]): string;
  readPost(given: GivenItem, series: PostSeries): ComposedPost;
}

/** Where the posts of a page are, and what was learned of them. */
export interface PostsSource {
  /** The list of the posts. */
  path: string;
  /** The version that paths begin with. */
  version: string;
  /** Kept from batch to batch. */
  retired: RetiredParts;
  call: CallGraph;
  now: Date;
}

export const failPosts = (failure: NetworkFailure): PostsReading => ({
  posts: [],
  cursor: null,
  failures: [{ metric: null, failure }],
});

/** What a batch is asked by: the cursor of the one before, or the beginning. */
function queryOfCursor(cursor: string | null): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(cursor ?? ''));
}

/** The counts of a post in its insights. */
export function insightCounts(
  insights: PostParts,
  series: PostSeries,
  given: GivenItem,
): GivenCount[] {
  return Object.entries(insights).map(([metric, name]): GivenCount => {
    const value = 'failure' in series ? { given } : singleValue(series.get(name));
    return [metric as PostMetric, name, value];
  });
}

/** Asks for one batch without the parts that are retired, and in halves while it is too heavy. */
async function askBatch(
  query: Record<string, string>,
  parts: PostParts,
  { fieldsOf }: GraphPostsRule,
  { path, retired, call }: PostsSource,
): Promise<NetworkAnswer> {
  const asked = Object.values(parts).filter((part) => !retired.has(part));
  let limit = Number(query.limit ?? usualBatch);
  for (;;) {
    const kept = await askWithoutRetired(asked, (some) =>
      call(path, { ...query, limit: `${limit}`, fields: fieldsOf(some) }),
    );
    for (const [part, failure] of kept.retired) retired.set(part, failure);
    if (kept.answer.ok || kept.answer.failure.reason !== 'answer_too_heavy' || limit <= 1) {
      return kept.answer;
    }
    limit = Math.floor(limit / 2);
  }
}

function retiredFailures(
  { fields, insights }: GraphPostsRule,
  retired: RetiredParts,
): PostsReading['failures'] {
  const metricOf = new Map(
    Object.entries({ ...fields, ...insights }).map(([metric, part]) => [
      part,
      metric as PostMetric,
    ]),
  );
  return [...retired].map(([part, failure]) => ({ metric: metricOf.get(part) ?? null, failure }));
}

/** A batch of which each post was read; its cursor is the query of the next one. */
function readBatch(
  body: unknown,
  cursor: string | null,
  rule: GraphPostsRule,
  { retired, now }: PostsSource,
  read: (given: GivenItem) => ComposedPost,
): PostsReading {
  const page = readGraphList(body);
  if ('failure' in page) return failPosts(page.failure);
  const gathered = gatherPosts(page.items.map(read), now);
  const failures = [...retiredFailures(rule, retired), ...gathered.failures];
  if (page.next === null) return { ...gathered, cursor: null, failures };
  const { fields: _, ...rest } = page.next;
  const next = new URLSearchParams(rest).toString();
  if (next !== cursor && next.length <= longestCursor) {
    return { ...gathered, cursor: next, failures };
  }
  const endless = { kind: 'changed_shape', reason: 'paging_endless', facts: {} } as const;
  return { ...gathered, cursor: null, failures: [...failures, { metric: null, failure: endless }] };
}

/** The refusals of a whole list for which one post may be the reason. */
const mayBeOfOne = new Set<NetworkFailure['reason']>([
  'value_not_given',
  'request_refused',
  'permission_missing',
  'page_unknown',
  'answer_too_heavy',
  'network_unavailable',
]);

/** Refusals that the next post would meet as well. */
function endsAsking(reason: NetworkFailure['reason']): boolean {
  return reason === 'permission_missing' || !mayBeOfOne.has(reason);
}

/** What came of asking each post of a list for its insights. */
interface OneByOne {
  series: Map<unknown, ReadonlyMap<string, InsightSeries>>;
  /** Why the insights of one post did not come. */
  failed: Map<unknown, NetworkFailure>;
  /** Why no more was asked. */
  stoppedBy: NetworkFailure | null;
}

async function askOneByOne(
  items: readonly GivenItem[],
  { insights }: GraphPostsRule,
  { version, retired, call }: PostsSource,
): Promise<OneByOne> {
  const found: OneByOne = { series: new Map(), failed: new Map(), stoppedBy: null };
  for (const { id } of items) {
    if (typeof id !== 'string') continue;
    const names = Object.values(insights).filter((name) => !retired.has(name));
    const { series, failures } = await askInsights(names, (metrics) =>
      call(`${version}/${id}/insights`, { metric: metrics.join(',') }),
    );
    found.series.set(id, series);
    for (const [name, failure] of failures) {
      const { reason } = failure;
      if (reason === 'metric_retired') retired.set(name, failure);
      else if (endsAsking(reason)) return { ...found, stoppedBy: failure };
      else if (reason !== 'value_not_given') found.failed.set(id, failure);
    }
  }
  return found;
}

/** A batch whose posts are asked for their insights one by one, so that one does not hide the rest. */
async function readOneByOne(
  query: Record<string, string>,
  cursor: string | null,
  rule: GraphPostsRule,
  source: PostsSource,
): Promise<PostsReading> {
  const answer = await askBatch(query, rule.fields, rule, source);
  if (!answer.ok) return failPosts(answer.failure);
  const list = readGraphList(answer.body);
  if ('failure' in list) return failPosts(list.failure);
  const { series, failed, stoppedBy } = await askOneByOne(list.items, rule, source);
  const batch = readBatch(answer.body, cursor, rule, source, (given) => {
    const one = rule.readPost(given, series.get(given.id) ?? new Map());
    const failure = failed.get(given.id);
    if (!failure) return one;
    const own = { metric: null, failure, post: String(given.id) };
    return { ...one, failures: [...one.failures, own] };
  });
  if (stoppedBy === null) return batch;
  if (stoppedBy.reason !== 'permission_missing') {
    const failures = [...batch.failures, { metric: null, failure: stoppedBy }];
    return { ...batch, cursor: null, failures };
  }
  const denied = (Object.keys(rule.insights) as PostMetric[]).map((metric) => {
    return { metric, failure: stoppedBy };
  });
  return { ...batch, failures: [...batch.failures, ...denied] };
}

/**
 * One batch of a list of posts, with the insights inside it. Where the graph refuses the list for
 * one post (without insights, seen by too few, or broken there), each is asked by itself.
 */
export async function readGraphPosts(
  cursor: string | null,
  rule: GraphPostsRule,
  source: PostsSource,
  first: Record<string, string> = {},
): Promise<PostsReading> {
  const query = cursor === null ? first : queryOfCursor(cursor);
  const answer = await askBatch(query, { ...rule.fields, ...rule.insights }, rule, source);
  if (answer.ok) {
    return readBatch(answer.body, cursor, rule, source, (given) => {
      const inside = given.insights === undefined ? new Map() : readInsights(given.insights);
      return rule.readPost(given, inside);
    });
  }
  if (!mayBeOfOne.has(answer.failure.reason)) return failPosts(answer.failure);
  return readOneByOne(query, cursor, rule, source);
}
