import { type ComposedPost, composePost, failPost, type GivenCount } from './compose-post.ts';
import {
  type GivenItem,
  type GraphPostsRule,
  insightCounts,
  type PostParts,
  type PostSeries,
  type PostsSource,
  readGraphPosts,
} from './graph-posts.ts';
import { keepSince } from './keep-since.ts';
import type { PostsReading } from './network-readings.ts';
import type { PostKind, PostMetric } from './post-metrics.ts';

const fields: PostParts = { reactions: 'like_count', comments: 'comments_count' };
const insights: PostParts = { views: 'views', reach: 'reach', shares: 'shares', saves: 'saved' };

function fieldsOf(parts: readonly string[]): string {
  const asked = (some: PostParts) => Object.values(some).filter((part) => parts.includes(part));
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

function kindOf({ media_type: media, media_product_type: product }: GivenItem): PostKind {
  return kindOfProduct[String(product)] ?? kindOfMedia[String(media)] ?? 'other';
}

/** A medium with the counts in its fields and in its insights; what was not given is absent. */
function readMedium(given: GivenItem, series: PostSeries): ComposedPost {
  if (typeof given.id !== 'string' || given.id === '') {
    const facts = { field: 'id' };
    return failPost({ kind: 'changed_shape', reason: 'field_malformed', facts }, given.id);
  }
  const inField = Object.entries(fields).map(([metric, name]): GivenCount => {
    return [metric as PostMetric, name, given[name]];
  });
  return composePost({
    externalId: given.id,
    publishedAt: given.timestamp,
    kind: kindOf(given),
    text: given.caption,
    permalink: given.permalink,
    counts: [...inField, ...insightCounts(insights, series, given)],
  });
}

const rule: GraphPostsRule = { fields, insights, fieldsOf, readPost: readMedium };

function firstQuery(since: string | null): Record<string, string> {
  return since === null ? {} : { since: `${Date.parse(`${since}T00:00:00Z`) / 1_000}` };
}

/** One batch of an account's `media`, newest first, those published from a day on. */
export async function readInstagramPosts(
  { since, cursor }: { since: string | null; cursor: string | null },
  source: PostsSource,
): Promise<PostsReading> {
  const batch = await readGraphPosts(cursor, rule, source, firstQuery(since));
  return keepSince(batch, since).isOver ? { ...batch, cursor: null } : batch;
}
