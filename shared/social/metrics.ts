import { z } from 'zod';

/**
 * What is counted of a page on a day. `followers` and `posts` are what it has that day; the
 * others are what happened on that day alone: people reached, views, engagements (reactions,
 * comments, shares and the like), and followers won and lost.
 */
export const metrics = [
  'followers',
  'posts',
  'reach',
  'views',
  'engagements',
  'follows',
  'unfollows',
] as const;
export const Metric = z.enum(metrics);
export type Metric = z.infer<typeof Metric>;

/** Whether a metric says what a page has on a day, and not what happened on it. */
export function isLevel(metric: Metric): boolean {
  return metric === 'followers' || metric === 'posts';
}

/**
 * Where a reading comes from, in the order in which they are believed: the network itself, a
 * file it let somebody download or a printed table, and a figure that somebody typed.
 */
export const snapshotSources = ['api', 'import', 'manual'] as const;
export const SnapshotSource = z.enum(snapshotSources);
export type SnapshotSource = z.infer<typeof SnapshotSource>;

/** How exact a reading is. */
export const SnapshotPrecision = z.enum(['exact', 'rounded', 'estimated']);
export type SnapshotPrecision = z.infer<typeof SnapshotPrecision>;

/** What is made of several figures is as exact as the least exact of them. */
export function leastExact(precisions: readonly SnapshotPrecision[]): SnapshotPrecision {
  if (precisions.includes('estimated')) return 'estimated';
  return precisions.includes('rounded') ? 'rounded' : 'exact';
}
