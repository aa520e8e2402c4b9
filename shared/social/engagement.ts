import { type PostCounts, type PostMetric, postMetrics } from './post-metrics.ts';

/** What people do with a post besides seeing it and opening it. */
const engagementMetrics = [
  'reactions',
  'comments',
  'shares',
  'quotes',
  'saves',
] as const satisfies readonly PostMetric[];

/** Engagements of a post: the sum of those that were given; null when none was. */
export function engagementsOf(counts: PostCounts): number | null {
  const given = engagementMetrics.flatMap((metric) => counts[metric] ?? []);
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0);
}

/**
 * Engagements for each one of the base (followers, or people reached): a fraction, such as 0.034.
 * Null when either is unknown or the base is zero.
 */
export function engagementRate(engagements: number | null, base: number | null): number | null {
  return engagements === null || base === null || base === 0 ? null : engagements / base;
}

/** Counts of one post by several sources, in the order in which they are believed: each count is the first given. */
export function believedCounts(inOrder: readonly PostCounts[]): PostCounts {
  const believed: PostCounts = {};
  for (const metric of postMetrics) {
    const value = inOrder.find((counts) => counts[metric] !== undefined)?.[metric];
    if (value !== undefined) believed[metric] = value;
  }
  return believed;
}
