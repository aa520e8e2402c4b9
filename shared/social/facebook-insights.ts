import { z } from 'zod';
import { addDays } from '../calendar/day.ts';
import type { AudienceSlice } from './audience.ts';
import { askInsights, readDaySeries } from './graph-insights.ts';
import type { CallGraph } from './graph-list.ts';
import type { Metric } from './metrics.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { AudienceReading, DaysReading } from './network-readings.ts';

const dayMetrics = {
  followers: 'page_follows',
  reach: 'page_total_media_view_unique',
  views: 'page_media_view',
  engagements: 'page_post_engagements',
  follows: 'page_daily_follows_unique',
  unfollows: 'page_daily_unfollows_unique',
} as const satisfies Partial<Record<Metric, string>>;

export const facebookDayMetrics = Object.keys(dayMetrics) as (keyof typeof dayMetrics)[];

/** The days of a page from its insights; nothing for pages of fewer than a hundred likes. */
export async function readFacebookDays(
  path: string,
  period: { from: string; to: string },
  call: CallGraph,
): Promise<DaysReading> {
  const query = { period: 'day', since: period.from, until: addDays(period.to, 1) };
  const { series, failures } = await askInsights(Object.values(dayMetrics), (metrics) =>
    call(path, { ...query, metric: metrics.join(',') }),
  );
  const reading: DaysReading = { readings: [], failures: [] };
  for (const metric of facebookDayMetrics) {
    const found = series.get(dayMetrics[metric]);
    const failure = failures.get(dayMetrics[metric]);
    const read = found ? readDaySeries(metric, found, period) : null;
    reading.readings.push(...(read?.readings ?? []));
    reading.failures.push(...(read?.failures ?? []), ...(failure ? [{ metric, failure }] : []));
  }
  return reading;
}

const audienceMetrics = {
  city: 'page_follows_city',
  country: 'page_follows_country',
} as const satisfies Partial<Record<AudienceSlice['dimension'], string>>;
const People = z.record(z.string().min(1).max(120), z.unknown());

/** The people of one dimension; null where it was not given that day. */
function readPeople(
  dimension: AudienceSlice['dimension'],
  given: unknown,
): AudienceSlice[] | { failure: NetworkFailure } {
  if (given === undefined || given === null) return [];
  const facts = { field: dimension };
  const failure = { kind: 'changed_shape', reason: 'field_malformed', facts } as const;
  const people = People.safeParse(given);
  if (!people.success) return { failure };
  const slices: AudienceSlice[] = [];
  for (const [key, value] of Object.entries(people.data)) {
    const count = readNetworkCount(dimension, value);
    if ('value' in count) slices.push({ dimension, key, value: count.value, unit: 'people' });
    else if (count.failure.kind === 'changed_shape') return { failure };
  }
  return slices;
}

/** Followers by city and country, the last that were given; the network shows but the largest. */
export async function readFacebookAudience(
  path: string,
  call: CallGraph,
): Promise<AudienceReading> {
  const { series, failures } = await askInsights(Object.values(audienceMetrics), (metrics) =>
    call(path, { period: 'day', metric: metrics.join(',') }),
  );
  const reading: AudienceReading = { slices: [], failures: [] };
  for (const failure of new Set(failures.values())) reading.failures.push({ failure });
  for (const dimension of ['city', 'country'] as const) {
    const read = readPeople(
      dimension,
      series.get(audienceMetrics[dimension])?.values?.at(-1)?.value,
    );
    if ('failure' in read) reading.failures.push(read);
    else reading.slices.push(...read);
  }
  return reading;
}
