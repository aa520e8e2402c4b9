import { type ComposedPost, composePost, type GivenCount } from './compose-post.ts';
import { askInsights, type InsightSeries, readInsights, singleValue } from './graph-insights.ts';
import { type CallGraph, readGraphList } from './graph-list.ts';
import {
  askGraphPosts,
  failPosts,
  type GraphPostsRule,
  queryOfCursor,
  type RetiredParts,
  readGraphBatch,
} from './graph-posts.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { PostsReading } from './network-readings.ts';
import type { PostKind, PostMetric } from './post-metrics.ts';

type Given = Record<string, unknown>;
type Parts = Partial<Record<PostMetric, string>>;

const fields: Parts = { reactions: 'like_count', comments: 'comments_count' };
const insights: Parts = { views: 'views', reach: 'reach', shares: 'shares', saves: 'saved' };

function fieldsOf(parts: readonly string[]): string {
  const asked = (some: Parts) => Object.values(some).filter((part) => parts.includes(part));
  const metrics = asked(insights);
  return [
    'id,caption,media_type,media_product_type,permalink,timestamp',
    ...asked(fields),
    ...(metrics.length > 0 ? [`insights.metric(${metrics.join(',')})`] : []),
  ].join(',');
}

const kindOfMedia: Record<string, PostKind> = {
  IMAGE: 'photo',
  VIDEO: 'video',
  CAROUSEL_ALBUM: 'album',
};
const kindOfProduct: Record<string, PostKind> = { REELS: 'short_video', STORY: 'story' };

function kindOf({ media_type: media, media_product_type: product }: Given): PostKind {
  return kindOfProduct[String(product)] ?? kindOfMedia[String(media)] ?? 'other';
}

/** A medium with the counts in its fields and in its insights; what was not given is absent. */
function readMedium(
  given: Given,
  series: ReadonlyMap<string, InsightSeries> | { failure: NetworkFailure },
): ComposedPost {
  if (typeof given.id !== 'string' || given.id === '') {
    const failure = { kind: 'changed_shape', reason: 'field_malformed' } as const;
    const failures = [{ metric: null, failure: { ...failure, facts: { field: 'id' } } }];
    return { post: null, failures };
  }
  const inField = Object.entries(fields).map(([metric, name]): GivenCount => {
    return [metric as PostMetric, name, given[name]];
  });
  const inInsights = Object.entries(insights).map(([metric, name]): GivenCount => {
    const value = 'failure' in series ? { given } : singleValue(series.get(name));
    return [metric as PostMetric, name, value];
  });
  return composePost({
    externalId: given.id,
    publishedAt: given.timestamp,
    kind: kindOf(given),
    text: given.caption,
    permalink: given.permalink,
    counts: [...inField, ...inInsights],
  });
}

const wholeRule: GraphPostsRule = {
  partOf: { ...fields, ...insights },
  fieldsOf,
  readPost: (given) =>
    readMedium(given, given.insights === undefined ? new Map() : readInsights(given.insights)),
};

/** The refusals of a whole list for which one medium without insights may be the reason. */
const mayBeOfOne = new Set(['value_not_given', 'request_refused', 'permission_missing']);

/** What came of asking each medium of a list for its insights. */
interface OneByOne {
  series: Map<unknown, ReadonlyMap<string, InsightSeries>>;
  /** Why no more was asked. */
  stoppedBy: NetworkFailure | null;
}

async function askOneByOne(
  items: readonly Given[],
  version: string,
  retired: RetiredParts,
  call: CallGraph,
): Promise<OneByOne> {
  const found: OneByOne = { series: new Map(), stoppedBy: null };
  for (const { id } of items) {
    if (typeof id !== 'string') continue;
    const names = Object.values(insights).filter((name) => !retired.has(name));
    const { series, failures } = await askInsights(names, (metrics) =>
      call(`${version}/${id}/insights`, { metric: metrics.join(',') }),
    );
    found.series.set(id, series);
    for (const [name, failure] of failures) {
      if (failure.reason === 'metric_retired') retired.set(name, failure);
      else if (failure.reason !== 'value_not_given' && failure.reason !== 'request_refused') {
        return { ...found, stoppedBy: failure };
      }
    }
  }
  return found;
}

/** A batch whose media are asked for their insights one by one, so that one does not hide the rest. */
async function readOneByOne(
  path: string,
  query: Record<string, string>,
  cursor: string | null,
  { version, retired, call }: MediaSource,
): Promise<PostsReading> {
  const listRule = { ...wholeRule, partOf: fields };
  const answer = await askGraphPosts(path, query, listRule, retired, call);
  if (!answer.ok) return failPosts(answer.failure);
  const list = readGraphList(answer.body);
  if ('failure' in list) return failPosts(list.failure);
  const { series, stoppedBy } = await askOneByOne(list.items, version, retired, call);
  const rule: GraphPostsRule = {
    ...wholeRule,
    readPost: (given) => readMedium(given, series.get(given.id) ?? new Map()),
  };
  const batch = readGraphBatch(answer.body, cursor, rule, retired);
  if (stoppedBy === null) return batch;
  if (stoppedBy.reason !== 'permission_missing') {
    const failures = [...batch.failures, { metric: null, failure: stoppedBy }];
    return { ...batch, cursor: null, failures };
  }
  const denied = (Object.keys(insights) as PostMetric[]).map((metric) => {
    return { metric, failure: stoppedBy };
  });
  return { ...batch, failures: [...batch.failures, ...denied] };
}

/** How the media of an account are reached. */
interface MediaSource {
  /** The version that paths begin with. */
  version: string;
  /** Kept from batch to batch. */
  retired: RetiredParts;
  call: CallGraph;
}

/** A batch without what is older than asked, and without a next one once it came to that. */
function endAt(since: string | null, batch: PostsReading): PostsReading {
  if (since === null) return batch;
  const posts = batch.posts.filter(({ publishedAt }) => publishedAt >= since);
  return posts.length === batch.posts.length ? batch : { ...batch, posts, cursor: null };
}

function firstQuery(since: string | null): Record<string, string> {
  return since === null ? {} : { since: `${Date.parse(`${since}T00:00:00Z`) / 1_000}` };
}

/**
 * One batch of an account's `media`, newest first, those published from a day on. Insights come
 * inside the list; where a medium has none (published before the account was a professional one,
 * or seen by too few) the graph refuses the list, and each is asked by itself.
 */
export async function readInstagramPosts(
  accountId: string,
  { since, cursor }: { since: string | null; cursor: string | null },
  source: MediaSource,
): Promise<PostsReading> {
  const path = `${source.version}/${accountId}/media`;
  const query = cursor === null ? firstQuery(since) : queryOfCursor(cursor);
  const answer = await askGraphPosts(path, query, wholeRule, source.retired, source.call);
  if (answer.ok) {
    return endAt(since, readGraphBatch(answer.body, cursor, wholeRule, source.retired));
  }
  if (!mayBeOfOne.has(answer.failure.reason)) return failPosts(answer.failure);
  return endAt(since, await readOneByOne(path, query, cursor, source));
}
