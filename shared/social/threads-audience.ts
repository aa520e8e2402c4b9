import type { AudienceSlice } from './audience.ts';
import { askInsights, type InsightSeries } from './graph-insights.ts';
import type { CallGraph } from './graph-list.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { AudienceReading } from './network-readings.ts';

const dimensions = ['country', 'city', 'age', 'gender'] as const;

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

/** Followers by country, city, age and gender, one call each; accounts of fewer than a hundred have none. */
export async function readThreadsAudience(path: string, call: CallGraph): Promise<AudienceReading> {
  const reading: AudienceReading = { slices: [], failures: [] };
  for (const breakdown of dimensions) {
    const name = 'follower_demographics';
    const { series, failures } = await askInsights([name], (metrics) =>
      call(path, { metric: metrics.join(','), breakdown }),
    );
    const failure = failures.get(name);
    const slices = failure ? { failure } : readSlices(breakdown, series.get(name));
    if (Array.isArray(slices)) reading.slices.push(...slices);
    // Whatever refuses one breakdown refuses them all.
    else return { ...reading, failures: [slices] };
  }
  return reading;
}
