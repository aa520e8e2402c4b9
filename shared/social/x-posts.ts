import { z } from 'zod';
import { type ComposedPost, composePost, gatherPosts } from './compose-post.ts';
import type { PostsReading } from './network-readings.ts';
import type { PostKind } from './post-metrics.ts';
import { XProblem } from './x-problem.ts';

/** How the API calls posts: `post` from version 2.167 on, `tweet` before. */
export type XNaming = 'post' | 'tweet';

const Media = z.looseObject({ media_key: z.string(), type: z.string() });
const Post = z.looseObject({ id: z.string().regex(/^\d{1,19}$/) });
type Post = z.infer<typeof Post>;

/** One batch of an account's posts; an account that has none is told of by `meta` alone. */
export const XTimeline = z.object({
  data: z.array(Post).default([]),
  includes: z.looseObject({ media: z.array(z.unknown()).optional() }).nullish(),
  errors: z.array(XProblem).optional(),
  meta: z.looseObject({ next_token: z.string().min(1).max(4_000).nullish() }).optional(),
});
export type XTimeline = z.infer<typeof XTimeline>;

const asked = ['created_at', 'public_metrics', 'attachments', 'entities'];

/** The words of a call for posts that depend on what the API calls them. */
export function fieldsOf(naming: XNaming): Record<string, string> {
  return { [`${naming}.fields`]: [...asked, `note_${naming}`].join(',') };
}

const Attachments = z.looseObject({ media_keys: z.array(z.string()).nullish() });
const Entities = z.looseObject({
  urls: z.array(z.looseObject({ expanded_url: z.string().nullish() })).nullish(),
});

/** Links to X itself stand for a picture or for a post that is quoted. */
function isElsewhere(address: string | null | undefined): boolean {
  return typeof address === 'string' && !/^https?:\/\/(www\.)?(x|twitter)\.com\//.test(address);
}

function kindOf(post: Post, typeOfMedia: ReadonlyMap<string, string>): PostKind {
  const keys = Attachments.safeParse(post.attachments).data?.media_keys ?? [];
  const types = keys.flatMap((key) => typeOfMedia.get(key) ?? []);
  if (types.length > 1) return 'album';
  if (types[0] !== undefined) return types[0] === 'photo' ? 'photo' : 'video';
  const urls = Entities.safeParse(post.entities).data?.urls ?? [];
  return urls.some((url) => isElsewhere(url.expanded_url)) ? 'link' : 'text';
}

const Note = z.looseObject({ text: z.string() });
const Counts = z.record(z.string(), z.unknown()).nullish();

/** Words beyond the first 280 signs come in a note. */
function textOf({ note_post: note, note_tweet: olderNote, text }: Post): unknown {
  return Note.safeParse(note ?? olderNote).data?.text ?? text;
}

function readPost(post: Post, handle: string, types: ReadonlyMap<string, string>): ComposedPost {
  const counts = Counts.safeParse(post.public_metrics);
  const given = counts.data ?? {};
  const { post: composed, failures } = composePost({
    externalId: post.id,
    publishedAt: post.created_at,
    kind: kindOf(post, types),
    text: textOf(post),
    permalink: `https://x.com/${encodeURIComponent(handle)}/status/${post.id}`,
    counts: [
      ['views', 'impression_count', given.impression_count],
      ['reactions', 'like_count', given.like_count],
      ['comments', 'reply_count', given.reply_count],
      ['shares', 'repost_count', given.repost_count ?? given.retweet_count],
      ['quotes', 'quote_count', given.quote_count],
      ['saves', 'bookmark_count', given.bookmark_count],
    ],
  });
  if (counts.success) return { post: composed, failures };
  const facts = { field: 'public_metrics' };
  const failure = { kind: 'changed_shape', reason: 'field_malformed', facts } as const;
  return { post: composed, failures: [...failures, { metric: null, failure, post: post.id }] };
}

/** The posts of a batch, in either naming; `handle` is for the addresses where people see them. */
export function readTimeline(
  { data, includes }: XTimeline,
  handle: string,
  now: Date,
): Omit<PostsReading, 'cursor'> {
  const media = (includes?.media ?? []).flatMap((given) => Media.safeParse(given).data ?? []);
  const types = new Map(media.map(({ media_key: key, type }) => [key, type]));
  return gatherPosts(
    data.map((post) => readPost(post, handle, types)),
    now,
  );
}
