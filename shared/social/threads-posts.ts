import { z } from 'zod';
import { type ComposedPost, composePost, type GivenCount } from './compose-post.ts';
import { type InsightSeries, singleValue } from './graph-insights.ts';
import type { PostKind, PostMetric } from './post-metrics.ts';

/** What the network calls each count of a post. */
export const threadsPostMetrics = {
  views: 'views',
  reactions: 'likes',
  comments: 'replies',
  shares: 'reposts',
  quotes: 'quotes',
} as const satisfies Partial<Record<PostMetric, string>>;

export const threadsPostFields = 'id,media_type,permalink,text,timestamp';

const kinds: Record<string, PostKind> = {
  TEXT_POST: 'text',
  IMAGE: 'photo',
  VIDEO: 'video',
  CAROUSEL_ALBUM: 'album',
  AUDIO: 'other',
};

/** Posts of a list; those of others that the account only passed on are left out. */
export const ThreadsItem = z.looseObject({
  id: z.string().min(1).max(200),
  media_type: z.string().catch(''),
});
type Item = z.infer<typeof ThreadsItem>;

export function isRepost({ media_type: type }: Item): boolean {
  return type === 'REPOST_FACADE';
}

/** A post with what was counted of it; series that were not given leave their counts absent. */
export function readThreadsPost(
  item: Item,
  series: ReadonlyMap<string, InsightSeries>,
): ComposedPost {
  const counts = Object.entries(threadsPostMetrics).map(([metric, name]): GivenCount => {
    return [metric as PostMetric, name, singleValue(series.get(name))];
  });
  return composePost({
    externalId: item.id,
    publishedAt: item.timestamp,
    kind: kinds[item.media_type] ?? 'other',
    text: item.text,
    permalink: item.permalink,
    counts,
  });
}
