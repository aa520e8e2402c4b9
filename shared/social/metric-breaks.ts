import type { Metric } from './metrics.ts';
import type { NetworkId } from './networks.ts';

/** Redefinitions by the networks themselves; what counted before and since is in the words of each. */
export const breakCodes = [
  'facebook_views_2025',
  'facebook_reach_2026',
  'instagram_views_2025',
  'youtube_shorts_views_2025',
  'youtube_views_2026',
] as const;
export type BreakCode = (typeof breakCodes)[number];

/** A metric that its network redefined: figures before and after `day` are not to be compared. */
export interface MetricBreak {
  network: NetworkId;
  metric: Metric;
  day: string;
  code: BreakCode;
}

/** Every redefinition known, with the announcement of it. */
export const metricBreaks: readonly MetricBreak[] = [
  // developers.facebook.com/blog/post/2025/08/15/page-insights-api-updates
  { network: 'facebook', metric: 'views', day: '2025-11-15', code: 'facebook_views_2025' },
  // developers.facebook.com/blog/post/2026/02/18/introducing-graph-api-v25-and-marketing-api-v25
  { network: 'facebook', metric: 'reach', day: '2026-06-15', code: 'facebook_reach_2026' },
  // developers.facebook.com/blog/post/2025/01/21/making-it-easier-to-build-integrations-across-the-instagram-api-and-marketing-api
  { network: 'instagram', metric: 'views', day: '2025-04-21', code: 'instagram_views_2025' },
  // developers.google.com/youtube/analytics/revision_history, 26 March 2025
  { network: 'youtube', metric: 'views', day: '2025-03-31', code: 'youtube_shorts_views_2025' },
  // developers.google.com/youtube/analytics/revision_history, 27 August 2026
  { network: 'youtube', metric: 'views', day: '2026-08-24', code: 'youtube_views_2026' },
];

/** The breaks of a network's metrics within a period: after its first day, until its last. */
export function breaksWithin(
  network: NetworkId,
  metrics: readonly Metric[],
  { from, to }: { from: string; to: string },
): MetricBreak[] {
  return metricBreaks.filter(
    (one) =>
      one.network === network && metrics.includes(one.metric) && one.day > from && one.day <= to,
  );
}
