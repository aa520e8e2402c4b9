import { z } from 'zod';
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
import type { PostsReading } from './network-readings.ts';
import type { PostKind } from './post-metrics.ts';

const fields: PostParts = {
  reactions: 'reactions',
  comments: 'comments',
  shares: 'shares',
};
const insights: PostParts = {
  views: 'post_media_view',
  reach: 'post_total_media_view_unique',
  clicks: 'post_clicks',
};

function fieldsOf(parts: readonly string[]): string {
  const metrics = Object.values(insights).filter((metric) => parts.includes(metric));
  return [
    'id,created_time,message,permalink_url,status_type,attachments{media_type}',
    ...(parts.includes('shares') ? ['shares'] : []),
    ...['reactions', 'comments']
      .filter((field) => parts.includes(field))
      .map((field) => `${field}.summary(true).limit(0)`),
    ...(metrics.length > 0 ? [`insights.metric(${metrics.join(',')})`] : []),
  ].join(',');
}

const Attachments = z.object({ data: z.array(z.object({ media_type: z.string() })).min(1) });

const kindOfMedia: Record<string, PostKind> = {
  photo: 'photo',
  album: 'album',
  video: 'video',
  link: 'link',
  share: 'link',
};
const kindOfStatus: Record<string, PostKind> = {
  added_photos: 'photo',
  added_video: 'video',
  shared_story: 'link',
  mobile_status_update: 'text',
};

function kindOf({ attachments, status_type: status, permalink_url: link }: GivenItem): PostKind {
  const media = Attachments.safeParse(attachments).data?.data[0]?.media_type ?? '';
  const kind = kindOfMedia[media] ?? kindOfStatus[typeof status === 'string' ? status : ''];
  if (kind === 'video' && typeof link === 'string' && /\/reels?\//.test(link)) return 'short_video';
  return kind ?? (attachments === undefined ? 'text' : 'other');
}

/** A total inside a field: absent where the field is; what has another form is no count. */
function within(given: unknown, ...keys: string[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined || given === undefined || given === null) return given;
  if (typeof given !== 'object') return { given };
  return within((given as GivenItem)[key], ...rest);
}

function countsOf(given: GivenItem, series: PostSeries): GivenCount[] {
  return [
    ...insightCounts(insights, series, given),
    ['reactions', 'reactions', within(given.reactions, 'summary', 'total_count')],
    ['comments', 'comments', within(given.comments, 'summary', 'total_count')],
    ['shares', 'shares', within(given.shares, 'count')],
  ];
}

function readPost(given: GivenItem, series: PostSeries): ComposedPost {
  if (typeof given.id !== 'string' || given.id === '') {
    const facts = { field: 'id' };
    return failPost({ kind: 'changed_shape', reason: 'field_malformed', facts }, given.id);
  }
  return composePost({
    externalId: given.id,
    publishedAt: given.created_time,
    kind: kindOf(given),
    text: given.message,
    permalink: given.permalink_url,
    counts: countsOf(given, series),
  });
}

const rule: GraphPostsRule = { fields, insights, fieldsOf, readPost };

/**
 * One batch of `published_posts`. The list is ranked, so that it is read to its end whatever its
 * dates; a batch that is too heavy is asked in halves.
 */
export function readFacebookPosts(
  cursor: string | null,
  source: PostsSource,
): Promise<PostsReading> {
  return readGraphPosts(cursor, rule, source);
}
