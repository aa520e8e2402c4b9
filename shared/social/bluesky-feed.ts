import { z } from 'zod';
import { type ComposedPost, composePost, earlierInstant } from './compose-post.ts';
import { PostId, type PostKind } from './post-metrics.ts';

/** One batch of what an account wrote or passed on; each item is read by itself. */
export const AuthorFeed = z.object({
  feed: z.array(z.unknown()),
  cursor: z.string().min(1).max(4_000).nullish().catch(null),
});
export const FeedItem = z.looseObject({
  post: z.looseObject({
    uri: PostId,
    author: z.looseObject({ did: z.string(), handle: z.string() }),
    record: z.looseObject({}),
  }),
});
type Item = z.infer<typeof FeedItem>;
const Reason = z.looseObject({ reason: z.looseObject({ $type: z.string().optional() }).nullish() });

const Embed = z
  .looseObject({
    $type: z.string().optional(),
    images: z.array(z.unknown()).optional(),
    media: z.unknown().optional(),
  })
  .nullish()
  .catch(null);

/** What is embedded; a post quoted together with a picture counts as the picture. */
function kindOf(given: unknown): PostKind {
  const embed = Embed.parse(given);
  const [, name = ''] = /^app\.bsky\.embed\.(\w+)/.exec(embed?.$type ?? '') ?? [];
  if (name === 'recordWithMedia') return kindOf(embed?.media);
  if (name === 'images') return (embed?.images?.length ?? 0) > 1 ? 'album' : 'photo';
  if (name === 'gallery') return 'album';
  if (name === 'video') return 'video';
  return name === 'external' ? 'link' : 'text';
}

/** The address where people see a post, whatever the account is called by then; null when its own is of another form. */
function permalinkOf({ uri, author }: Item['post']): string | null {
  const key = /^at:\/\/[^/]+\/app\.bsky\.feed\.post\/([\w.~:-]+)$/.exec(uri)?.[1];
  return key === undefined ? null : `https://bsky.app/profile/${author.did}/post/${key}`;
}

/** What others wrote and the account only passed on. */
export function isRepost(item: unknown): boolean {
  const { reason } = Reason.safeParse(item).data ?? {};
  return reason?.$type?.endsWith('#reasonRepost') === true;
}

/** An item of a feed as a post. */
export function readFeedPost({ post }: Item): ComposedPost {
  return composePost({
    externalId: post.uri,
    // Whoever writes a post may date it as they like; the network dates what it has seen.
    publishedAt: earlierInstant(post.record.createdAt, post.indexedAt),
    kind: kindOf(post.embed),
    text: post.record.text,
    permalink: permalinkOf(post),
    counts: [
      ['reactions', 'likeCount', post.likeCount],
      ['comments', 'replyCount', post.replyCount],
      ['shares', 'repostCount', post.repostCount],
      ['quotes', 'quoteCount', post.quoteCount],
      ['saves', 'bookmarkCount', post.bookmarkCount],
    ],
  });
}
