import type { AudienceSlice } from './audience.ts';
import { askInsights, type InsightSeries } from './graph-insights.ts';
import type { CallGraph } from './graph-list.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { AudienceReading } from './network-readings.ts';

/** One question about followers: by what, and the words that ask it. */
interface AudienceQuestion {
  dimension: AudienceSlice['dimension'];
  query: Record<string, string>;
}

function readSlices(
  dimension: AudienceSlice['dimension'],
  series: InsightSeries | undefined,
): AudienceSlice[] | { failure: NetworkFailure } {
  const slices: AudienceSlice[] = [];
  for (const { results = [] } of series?.total_value?.breakdowns ?? []) {
    for (const { dimension_values: values, value } of results) {
      const key = values.join('/').slice(0, 120);
      const count = readNetworkCount(dimension, value);
      if ('value' in count && key !== '') {
        slices.push({ dimension, key, value: count.value, unit: 'people' });
      } else if ('failure' in count && count.failure.kind === 'changed_shape') return count;
    }
  }
  return slices;
}

/**
 * Followers by each dimension asked, one call each. Whatever refuses one refuses them all: accounts
 * of fewer than a hundred followers have none.
 */
export async function readGraphAudience(
  path: string,
  questions: readonly AudienceQuestion[],
  call: CallGraph,
): Promise<AudienceReading> {
  const reading: AudienceReading = { slices: [], failures: [] };
  for (const { dimension, query } of questions) {
    const name = 'follower_demographics';
    const { series, failures } = await askInsights([name], (metrics) =>
      call(path, { ...query, metric: metrics.join(',') }),
    );
    const failure = failures.get(name);
    const slices = failure ? { failure } : readSlices(dimension, series.get(name));
    if (Array.isArray(slices)) reading.slices.push(...slices);
    else return { ...reading, failures: [slices] };
  }
  return reading;
}
