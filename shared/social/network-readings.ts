import { z } from 'zod';
import { AudienceSlice } from './audience.ts';
import { Metric, SnapshotPrecision } from './metrics.ts';
import type { NetworkCount } from './network-count.ts';
import { NetworkFailure } from './network-failure.ts';
import { NetworkPost, PostMetric } from './post-metrics.ts';

/** What a connector reads of a page today. */
export const PulledMetric = z.enum(['followers', 'posts']);
export type PulledMetric = z.infer<typeof PulledMetric>;

/** One page that a connector is asked to read. */
export interface PageToRead {
  id: string;
  handle: string;
  /** The network's own identifier; null until a first answer teaches it. */
  externalId: string | null;
}

/** The longest identifier that a network gives an account: a `did:web` is as long as a domain may be. */
export const longestPageId = 300;
const PageId = z.string().min(1).max(longestPageId);

const Value = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What one call of `readPages` brought of one page: every metric is either read or explained. */
export const PageReading = z.object({
  pageId: z.string().min(1),
  /** The network's identifier, when this answer taught it; keep it for the next reading. */
  externalId: PageId.nullable(),
  /** What the account is called there now, without an @; absent where the answer does not say. */
  handle: z.string().min(1).max(longestPageId).optional(),
  /** Where the account says that it has moved to, as people write it. */
  movedTo: z.string().min(1).max(500).optional(),
  readings: z.array(z.object({ metric: PulledMetric, value: Value, precision: SnapshotPrecision })),
  failures: z.array(
    z.object({
      /** Null when the whole page could not be read. */
      metric: PulledMetric.nullable(),
      failure: NetworkFailure,
    }),
  ),
});
export type PageReading = z.infer<typeof PageReading>;

/** What was read of a page's days; a day without a value in it is absent, never zero. */
export const DaysReading = z.object({
  readings: z.array(
    z.object({
      metric: Metric,
      /** The day that the network means, in the office's calendar. */
      day: z.iso.date(),
      value: Value,
      precision: SnapshotPrecision,
    }),
  ),
  /** Null stands for all metrics; what was read before the failure is in `readings`. */
  failures: z.array(z.object({ metric: Metric.nullable(), failure: NetworkFailure })),
});
export type DaysReading = z.infer<typeof DaysReading>;

/** One batch of a page's posts, in the network's order. */
export const PostsReading = z.object({
  posts: z.array(NetworkPost),
  /** Where the next batch begins; null after the last, or after a failure that ends the reading. */
  cursor: z.string().min(1).max(4_000).nullable(),
  /**
   * Null stands for the posts themselves; a metric that could not be read leaves them without it.
   * With `post`, its identifier or nothing, only that one could not be read, and the others go on.
   */
  failures: z.array(
    z.object({
      metric: PostMetric.nullable(),
      failure: NetworkFailure,
      post: z.string().optional(),
    }),
  ),
});
export type PostsReading = z.infer<typeof PostsReading>;

/** Who a page's followers are, as far as the network says; empty sets are no failure. */
export const AudienceReading = z.object({
  slices: z.array(AudienceSlice),
  failures: z.array(z.object({ failure: NetworkFailure })),
});
export type AudienceReading = z.infer<typeof AudienceReading>;

/** What a credential turns out to be when it is tried. */
export const CredentialCheck = z.object({
  /** The pages that it reads, as far as the network lists them. */
  pages: z.array(
    z.object({
      externalId: PageId,
      handle: z.string().min(1).max(100),
      title: z.string().min(1).max(200),
      followers: Value.nullable(),
    }),
  ),
  /** ISO UTC; null when it has no date of its own or the network does not tell it. */
  expiresAt: z.iso.datetime().nullable(),
  /** Permissions that it lacks, in the network's own words. */
  missingPermissions: z.array(z.string().max(100)),
  failure: NetworkFailure.nullable(),
});
export type CredentialCheck = z.infer<typeof CredentialCheck>;

/** A credential made new again. */
export const RefreshedCredential = z.object({
  /** All of the secret, the old parts included. */
  secret: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime().nullable(),
});
export type RefreshedCredential = z.infer<typeof RefreshedCredential>;

/** The reading of a page of which nothing could be read. */
export function failPage(page: PageToRead, failure: NetworkFailure): PageReading {
  return {
    pageId: page.id,
    externalId: null,
    readings: [],
    failures: [{ metric: null, failure }],
  };
}

/** One metric of a page, read or explained. */
export interface MetricCount {
  metric: PulledMetric;
  precision: SnapshotPrecision;
  count: NetworkCount;
}

/** What the network says of the account beside its counts. */
export type PageNews = Pick<PageReading, 'handle' | 'movedTo'>;

/** The reading of a page that answered; each metric is either a value or a failure of its own. */
export function composeReading(
  page: PageToRead,
  externalId: string | null,
  counts: MetricCount[],
  news: PageNews = {},
): PageReading {
  const reading: PageReading = {
    pageId: page.id,
    externalId,
    ...(news.handle ? { handle: news.handle } : {}),
    ...(news.movedTo ? { movedTo: news.movedTo } : {}),
    readings: [],
    failures: [],
  };
  for (const { metric, precision, count } of counts) {
    if ('value' in count) reading.readings.push({ metric, value: count.value, precision });
    else reading.failures.push({ metric, failure: count.failure });
  }
  return reading;
}
