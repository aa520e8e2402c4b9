import { z } from 'zod';
import { type ComposedPost, composePost, failPost, type GivenCount } from './compose-post.ts';
import { type InsightSeries, singleValue } from './graph-insights.ts';
import type { PostKind, PostMetric } from './post-metrics.ts';
import { readShape } from './read-shape.ts';

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

/** A post of a list; those of others that the account only passed on are left out. */
const Item = z.looseObject({
  id: z.string().min(1).max(200),
  media_type: z.string().catch(''),
});
export type ThreadsItem = z.infer<typeof Item>;

/** What others wrote and the account only passed on. */
export function isRepost(item: unknown): boolean {
  return (item as { media_type?: unknown } | null)?.media_type === 'REPOST_FACADE';
}

/** The posts of a list, and why others are none; those that were passed on are left out. */
export function readThreadsItems(list: readonly unknown[]): {
  items: ThreadsItem[];
  bad: ComposedPost[];
} {
  const items: ThreadsItem[] = [];
  const bad: ComposedPost[] = [];
  for (const given of list) {
    if (isRepost(given)) continue;
    const item = readShape(Item, given);
    if ('value' in item) items.push(item.value);
    else bad.push(failPost(item.failure, (given as { id?: unknown }).id));
  }
  return { items, bad };
}

/** A post with what was counted of it; series that were not given leave their counts absent. */
export function readThreadsPost(
  item: ThreadsItem,
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
