import type { MetricBreak } from './figure-rows.ts';
import type { Metric } from './metrics.ts';
import type { NetworkId } from './networks.ts';

/** Redefinitions by the networks themselves: figures on the two sides of a day do not compare. */
const metricBreaks: readonly MetricBreak[] = [
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
