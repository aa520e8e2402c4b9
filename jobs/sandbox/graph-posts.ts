import type { PostKind } from '../../shared/social/post-metrics.ts';
import { type AskedField, parseFields, UnknownField, UnknownMetric } from './graph-fields.ts';
import { composeList } from './graph-lists.ts';
import { postCountsOn, postsOf, type SandboxPost } from './posts.ts';
import type { SandboxRequest } from './protocol.ts';
import type { SandboxPage } from './sandbox-pages.ts';

/** Meta writes instants with seconds and a zone without a colon. */
export function graphInstant(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, '+0000');
}

type Counts = ReturnType<typeof postCountsOn>;

interface PostContext {
  page: SandboxPage;
  post: SandboxPost;
  id: string;
  counts: Counts;
  request: SandboxRequest;
  asked: AskedField;
}

/** One metric of a post or a medium over its whole life. */
export function lifetimeInsight(id: string, name: string, value: number) {
  const title = name.replaceAll('_', ' ');
  const about = { title, description: '', id: `${id}/insights/${name}/lifetime` };
  return { name, period: 'lifetime', values: [{ value }], ...about };
}

const insights: Record<string, keyof Counts> = {
  post_media_view: 'views',
  post_total_media_view_unique: 'reach',
  post_clicks: 'clicks',
};

const statusOf: Partial<Record<PostKind, string>> = {
  photo: 'added_photos',
  album: 'added_photos',
  video: 'added_video',
  short_video: 'added_video',
  link: 'shared_story',
};
const mediaOf: Partial<Record<PostKind, string>> = {
  photo: 'photo',
  album: 'album',
  video: 'video',
  short_video: 'video',
  link: 'link',
};

const postFields: Record<string, (context: PostContext) => unknown> = {
  id: ({ id }) => id,
  created_time: ({ post }) => graphInstant(post.publishedAt),
  message: ({ post }) => post.text,
  permalink_url: ({ page, post, id }) => {
    const place = post.kind === 'short_video' ? 'reel' : `${page.handle}/posts`;
    return `https://www.facebook.com/${place}/${id}`;
  },
  is_published: () => true,
  status_type: ({ post }) => statusOf[post.kind] ?? 'mobile_status_update',
  // The graph gives neither where there is nothing to give.
  attachments: ({ post }) => {
    const media = mediaOf[post.kind];
    return media === undefined ? undefined : { data: [{ media_type: media }] };
  },
  shares: ({ counts }) => (counts.shares > 0 ? { count: counts.shares } : undefined),
  reactions: ({ counts }) => {
    return { data: [], summary: { total_count: counts.reactions, viewer_reaction: 'NONE' } };
  },
  comments: ({ counts }) => {
    const summary = { order: 'ranked', total_count: counts.comments, can_comment: true };
    return { data: [], summary };
  },
  insights: ({ id, counts, asked, request }) => {
    const data = (asked.modifiers.metric ?? '').split(',').map((name) => {
      const metric = insights[name];
      if (metric === undefined || isRetired(request, name)) throw new UnknownMetric(name);
      return lifetimeInsight(id, name, counts[metric]);
    });
    return { data };
  },
};

function isRetired(request: SandboxRequest, name: string): boolean {
  return request.faults.take('retired_metric', request, (at) => at.metric === name) !== undefined;
}

/** Posts carry the fields asked; what has nothing in it is left out, as the graph does. */
function composePost(
  page: SandboxPage,
  post: SandboxPost,
  fields: AskedField[],
  request: SandboxRequest,
) {
  const id = `${page.id}_${1_000_000_000 + post.number * 7_919}`;
  const counts = postCountsOn(page, post, request.now);
  const values: Record<string, unknown> = { id };
  for (const asked of fields) {
    const read = postFields[asked.name];
    if (!read || isRetired(request, asked.name)) throw new UnknownField(asked.name, 'Post');
    const value = read({ page, post, id, counts, request, asked });
    if (value !== undefined) values[asked.name] = value;
  }
  return values;
}

/**
 * One page of `published_posts`, newest first, with the address of the next while there is one.
 * @throws {UnknownField} @throws {UnknownMetric}
 */
export function composePostsPage(page: SandboxPage, request: SandboxRequest, limit: number) {
  const fields = parseFields(request.query.get('fields') ?? 'created_time,message');
  const posts = postsOf(page, page.openedOn, request.day, request.now);
  return composeList(posts, request, limit, (post) => composePost(page, post, fields, request));
}
