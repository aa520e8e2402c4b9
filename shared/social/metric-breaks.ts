import type { Metric } from './metrics.ts';
import type { NetworkId } from './networks.ts';

/** Redefinitions by the networks themselves; what counted before and since is in the words of each. */
export const breakCodes = ['youtube_shorts_views_2025', 'youtube_views_2026'] as const;
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
