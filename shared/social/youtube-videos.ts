import { z } from 'zod';
import { type ComposedPost, composePost } from './compose-post.ts';

/** One page of the videos that a channel uploaded, newest first. */
export const UploadList = z.object({
  items: z
    .array(z.looseObject({ contentDetails: z.looseObject({ videoId: z.string().min(1) }) }))
    .default([]),
  nextPageToken: z.string().min(1).max(4_000).nullish(),
});

export const VideoList = z.object({
  items: z
    .array(
      z.looseObject({
        id: z.string().regex(/^[\w-]{1,64}$/),
        snippet: z.looseObject({}).optional(),
        statistics: z.looseObject({}).optional(),
      }),
    )
    .default([]),
});
type Video = z.infer<typeof VideoList>['items'][number];

/** The playlist of all that a channel uploaded, which has the channel's name but for its beginning. */
export function uploadsOf(channelId: string): string {
  return channelId.replace(/^UC/, 'UU');
}

/** A title with what stands below it. */
function textOf({ title, description }: Record<string, unknown>): string {
  const parts = [title, description].filter((part) => typeof part === 'string' && part !== '');
  return parts.join('\n\n');
}

/** A video as a post; counts that its owner hides are absent. */
export function readVideo({ id, snippet = {}, statistics = {} }: Video): ComposedPost {
  return composePost({
    externalId: id,
    publishedAt: snippet.publishedAt,
    kind: 'video',
    text: textOf(snippet),
    permalink: `https://www.youtube.com/watch?v=${id}`,
    counts: [
      ['views', 'viewCount', statistics.viewCount],
      ['reactions', 'likeCount', statistics.likeCount],
      ['comments', 'commentCount', statistics.commentCount],
    ],
  });
}
