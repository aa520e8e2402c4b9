import { z } from 'zod';
import { type ComposedPost, composePost } from './compose-post.ts';

export const videoFields =
  'id,create_time,title,video_description,share_url,view_count,like_count,comment_count,share_count';

const Video = z.looseObject({ id: z.string().min(1).max(200) });

/** One batch of an account's videos; the cursor is the moment of the last. */
export const TiktokVideos = z.object({
  data: z.object({
    videos: z.array(Video).default([]),
    cursor: z.number().int().min(0).optional(),
    has_more: z.boolean().default(false),
  }),
});

/** Unix seconds as an ISO instant; anything else is left as given, and refused by whoever reads it. */
function instantOf(seconds: unknown): unknown {
  const isMoment = Number.isSafeInteger(seconds) && Number(seconds) < 1e11;
  return isMoment ? new Date(Number(seconds) * 1_000).toISOString() : seconds;
}

/** A video as a post. */
export function readTiktokVideo(video: z.infer<typeof Video>): ComposedPost {
  return composePost({
    externalId: video.id,
    publishedAt: instantOf(video.create_time),
    kind: 'short_video',
    text: video.video_description ?? video.title,
    permalink: video.share_url,
    counts: [
      ['views', 'view_count', video.view_count],
      ['reactions', 'like_count', video.like_count],
      ['comments', 'comment_count', video.comment_count],
      ['shares', 'share_count', video.share_count],
    ],
  });
}
