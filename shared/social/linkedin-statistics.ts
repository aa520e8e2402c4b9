import { z } from 'zod';
import { type ComposedPost, composePost } from './compose-post.ts';
import { gatherDays } from './gather-days.ts';
import type { PostList } from './linkedin-organization.ts';
import { type NetworkCount, readNetworkCount } from './network-count.ts';
import type { DaysReading } from './network-readings.ts';
import type { PostKind } from './post-metrics.ts';

const Totals = z.looseObject({}).nullish();

/** Statistics of shares: each of one post, or of one day of them all. */
export const ShareStatistics = z.object({
  elements: z.array(
    z.looseObject({
      totalShareStatistics: Totals,
      share: z.string().optional(),
      ugcPost: z.string().optional(),
      timeRange: z.looseObject({ start: z.number().int().min(0).max(8e15) }).optional(),
    }),
  ),
  paging: z.looseObject({ count: z.unknown().optional() }).nullish(),
});
type Element = z.infer<typeof ShareStatistics>['elements'][number];

const dayMillis = 86_400_000;

/** The days from one to another as the protocol writes a range: its end is left out of it. */
export function dayIntervals(from: string, to: string): string {
  const start = Date.parse(`${from}T00:00:00Z`);
  const end = Date.parse(`${to}T00:00:00Z`) + dayMillis;
  return `(timeRange:(start:${start},end:${end}),timeGranularityType:DAY)`;
}

const plain = { reach: 'uniqueImpressionsCount', views: 'impressionCount' } as const;
export const linkedinDayMetrics = ['reach', 'views', 'engagements'] as const;
const engagementParts = ['likeCount', 'commentCount', 'shareCount'] as const;

/** One figure of a day: the sum of its parts, if each was given, or why one was not. */
function readFigure(totals: Record<string, unknown>, parts: readonly string[]): NetworkCount {
  let value = 0;
  for (const part of parts) {
    const count = readNetworkCount(part, totals[part]);
    if ('failure' in count) return count;
    value += count.value;
  }
  return { value };
}

/** The days of an organization's shares, in the calendar of UTC that the network keeps. */
export function readShareDays(elements: readonly Element[]): DaysReading {
  const counts = linkedinDayMetrics.flatMap((metric) => {
    const parts = metric === 'engagements' ? engagementParts : [plain[metric]];
    return elements.flatMap(({ totalShareStatistics: totals, timeRange }) => {
      if (!totals || !timeRange) return [];
      const day = new Date(timeRange.start).toISOString().slice(0, 10);
      return [{ metric, day, count: readFigure(totals, parts) }];
    });
  });
  return gatherDays(counts);
}

const Content = z
  .looseObject({
    media: z.looseObject({ id: z.string() }).optional(),
    multiImage: z.unknown().optional(),
    article: z.unknown().optional(),
  })
  .nullish()
  .catch(null);

function kindOf(given: unknown): PostKind {
  const content = Content.parse(given);
  if (content?.multiImage) return 'album';
  if (content?.media?.id.startsWith('urn:li:image:')) return 'photo';
  if (content?.media?.id.startsWith('urn:li:video:')) return 'video';
  if (content?.article) return 'link';
  return content ? 'other' : 'text';
}

function instantOf(milliseconds: unknown): unknown {
  const isMoment = Number.isSafeInteger(milliseconds) && Math.abs(Number(milliseconds)) < 1e14;
  return isMoment ? new Date(Number(milliseconds)).toISOString() : milliseconds;
}

type Post = PostList['elements'][number];

/** The counts of a post: as the network gave them, or 0 because it left the post out. */
type Told = { totals: Record<string, unknown>; isImplied?: true };

const postCounts = [
  ['views', 'impressionCount'],
  ['reach', 'uniqueImpressionsCount'],
  ['reactions', 'likeCount'],
  ['comments', 'commentCount'],
  ['shares', 'shareCount'],
  ['clicks', 'clickCount'],
] as const;

const leftOut: Told = {
  totals: Object.fromEntries(postCounts.map(([, field]) => [field, 0])),
  isImplied: true,
};

function readPost(post: Post, { totals, isImplied }: Told): ComposedPost {
  const composed = composePost({
    externalId: post.id,
    publishedAt: publishedAtOf(post),
    kind: kindOf(post.content),
    text: post.commentary,
    permalink: `https://www.linkedin.com/feed/update/${post.id}/`,
    counts: postCounts.map(([metric, field]) => [metric, field, totals[field]]),
  });
  if (!composed.post || !isImplied) return composed;
  return { ...composed, post: { ...composed.post, isImplied } };
}

const publishedAtOf = (post: Post) => instantOf(post.publishedAt ?? post.createdAt);

/** Statistics are those of the last twelve months. */
const keptDays = 364;

/**
 * Posts with their statistics. One of the last twelve months that the statistics leave out has had
 * no activity, as LinkedIn documents; of an older one, or of a list that may be cut, nothing is known.
 */
export function readLinkedinPosts(
  posts: readonly Post[],
  { elements, paging }: z.infer<typeof ShareStatistics>,
  now: Date,
): ComposedPost[] {
  const given = new Map(
    elements.map(({ share, ugcPost, totalShareStatistics: totals }) => {
      return [share ?? ugcPost ?? '', { totals: totals ?? {} }];
    }),
  );
  const isCut = elements.length === paging?.count && elements.length < posts.length;
  const keptSince = now.getTime() - keptDays * dayMillis;
  return posts.map((post) => {
    const isKept = Date.parse(`${publishedAtOf(post)}`) >= keptSince;
    return readPost(post, given.get(post.id) ?? (isKept && !isCut ? leftOut : { totals: {} }));
  });
}
