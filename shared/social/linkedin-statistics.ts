import { z } from 'zod';
import { type ComposedPost, composePost } from './compose-post.ts';
import type { PostList } from './linkedin-organization.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
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
      timeRange: z.looseObject({ start: z.number().int() }).optional(),
    }),
  ),
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

function malformed(field: string): NetworkFailure {
  return { kind: 'changed_shape', reason: 'field_malformed', facts: { field } };
}

/** One figure of a day: the sum of its parts, if each was given; null when one was not. */
function readFigure(totals: Record<string, unknown>, parts: readonly string[]) {
  let sum = 0;
  for (const part of parts) {
    const count = readNetworkCount(part, totals[part]);
    if ('value' in count) sum += count.value;
    else return count.failure.kind === 'changed_shape' ? malformed(part) : null;
  }
  return sum;
}

/** The days of an organization's shares, in the calendar of UTC that the network keeps. */
export function readShareDays(elements: readonly Element[]): DaysReading {
  const reading: DaysReading = { readings: [], failures: [] };
  for (const metric of linkedinDayMetrics) {
    const parts = metric === 'engagements' ? engagementParts : [plain[metric]];
    for (const { totalShareStatistics: totals, timeRange } of elements) {
      if (!totals || !timeRange) continue;
      const figure = readFigure(totals, parts);
      if (figure === null) continue;
      if (typeof figure !== 'number') {
        reading.failures.push({ metric, failure: figure });
        break;
      }
      const day = new Date(timeRange.start).toISOString().slice(0, 10);
      reading.readings.push({ metric, day, value: figure, precision: 'exact' });
    }
  }
  return reading;
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

/** Statistics by the name of the post they are of. */
export function byPost(elements: readonly Element[]): Map<string, Record<string, unknown>> {
  return new Map(
    elements.map(({ share, ugcPost, totalShareStatistics: totals }) => {
      return [share ?? ugcPost ?? '', totals ?? {}];
    }),
  );
}

/** A post with its statistics, where the network gave them. */
export function readLinkedinPost(
  post: PostList['elements'][number],
  totals: Record<string, unknown> = {},
): ComposedPost {
  return composePost({
    externalId: post.id,
    publishedAt: instantOf(post.publishedAt ?? post.createdAt),
    kind: kindOf(post.content),
    text: post.commentary,
    permalink: `https://www.linkedin.com/feed/update/${post.id}/`,
    counts: [
      ['views', 'impressionCount', totals.impressionCount],
      ['reach', 'uniqueImpressionsCount', totals.uniqueImpressionsCount],
      ['reactions', 'likeCount', totals.likeCount],
      ['comments', 'commentCount', totals.commentCount],
      ['shares', 'shareCount', totals.shareCount],
      ['clicks', 'clickCount', totals.clickCount],
    ],
  });
}
