import { z } from 'zod';

/**
 * What is counted of a post. `reactions` are likes, favourites and reactions; `shares` are
 * shares, reposts and reblogs; `quotes` are reposts with a comment of their own.
 */
export const postMetrics = [
  'views',
  'reach',
  'reactions',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
] as const;
export const PostMetric = z.enum(postMetrics);
export type PostMetric = z.infer<typeof PostMetric>;

/** What a post is made of. */
export const postKinds = [
  'photo',
  'album',
  'video',
  'short_video',
  'link',
  'text',
  'story',
  'repost',
  'other',
] as const;
export const PostKind = z.enum(postKinds);
export type PostKind = z.infer<typeof PostKind>;

/** The counts of one post; one that was not given is absent, never zero. */
export const PostCounts = z.partialRecord(
  PostMetric,
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
);
export type PostCounts = z.infer<typeof PostCounts>;

/** A post's identifier; that of Bluesky holds the account's, which is as long as a domain may be. */
export const PostId = z.string().min(1).max(400);

/** A post as a network or a file of its own gives it. */
export const NetworkPost = z.object({
  /** The network's own identifier, unique within the page. */
  externalId: PostId,
  /** ISO UTC. */
  publishedAt: z.iso.datetime(),
  /** False where a file tells its day alone; absent: the hour is told. */
  hasHour: z.boolean().optional(),
  kind: PostKind,
  /** As written, cut at ten thousand characters; empty when it has none. */
  /** Without the character that no database keeps in text. */
  text: z
    .string()
    .max(10_000)
    .transform((text) => text.replaceAll('\0', '')),
  permalink: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  counts: PostCounts,
  /** The counts are 0 by the network's word: it leaves posts without any out of its figures. */
  isImplied: z.literal(true).optional(),
});
export type NetworkPost = z.infer<typeof NetworkPost>;
