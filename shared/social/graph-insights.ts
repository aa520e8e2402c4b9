import { z } from 'zod';
import { addDays, type Day } from '../calendar/day.ts';
import { readInstant } from './compose-post.ts';
import { gatherDays } from './gather-days.ts';
import type { Metric } from './metrics.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';
import type { DaysReading } from './network-readings.ts';

const Breakdown = z.object({
  results: z
    .array(z.object({ dimension_values: z.array(z.string()), value: z.unknown().optional() }))
    .optional(),
});
const Series = z.object({
  name: z.string(),
  values: z
    .array(z.object({ value: z.unknown().optional(), end_time: z.unknown().optional() }))
    .optional(),
  total_value: z
    .object({ value: z.unknown().optional(), breakdowns: z.array(Breakdown).optional() })
    .optional(),
});
export type InsightSeries = z.infer<typeof Series>;
const Insights = z.object({ data: z.array(Series) });

/** What came of asking for insights: the series by the metric's name, and why others did not come. */
export interface InsightsRead {
  series: Map<string, InsightSeries>;
  failures: Map<string, NetworkFailure>;
}

/** Reads an answer of insights, also one that stands inside a post. */
export function readInsights(
  body: unknown,
): Map<string, InsightSeries> | { failure: NetworkFailure } {
  const parsed = Insights.safeParse(body);
  if (parsed.success) return new Map(parsed.data.data.map((one) => [one.name, one]));
  const facts = { field: parsed.error.issues[0]?.path.join('.') ?? '' };
  return { failure: { kind: 'changed_shape', reason: 'field_malformed', facts } };
}

const failAll = (metrics: readonly string[], failure: NetworkFailure): InsightsRead => ({
  series: new Map(),
  failures: new Map(metrics.map((metric) => [metric, failure])),
});

/** One metric that the network does not take fails the call, whatever it says of it. */
function mayBeOfOneMetric({ reason, facts }: NetworkFailure): boolean {
  return reason === 'metric_retired' || (reason === 'request_refused' && facts.code === 100);
}

/**
 * Asks for several metrics in one call. One that the network retired fails the call without being
 * named: halves tell which, so that the others are kept.
 */
export async function askInsights(
  metrics: readonly string[],
  ask: (metrics: readonly string[]) => Promise<NetworkAnswer>,
): Promise<InsightsRead> {
  const answer = await ask(metrics);
  if (answer.ok) {
    const series = readInsights(answer.body);
    return 'failure' in series ? failAll(metrics, series.failure) : { series, failures: new Map() };
  }
  const { failure } = answer;
  if (!mayBeOfOneMetric(failure)) return failAll(metrics, failure);
  if (metrics.length === 1) {
    if (failure.reason !== 'metric_retired') return failAll(metrics, failure);
    const facts = { ...failure.facts, field: metrics[0] ?? '' };
    return failAll(metrics, { kind: 'refused', reason: 'metric_retired', facts });
  }
  const middle = Math.ceil(metrics.length / 2);
  const first = await askInsights(metrics.slice(0, middle), ask);
  const second = await askInsights(metrics.slice(middle), ask);
  return {
    series: new Map([...first.series, ...second.series]),
    failures: new Map([...first.failures, ...second.failures]),
  };
}

/** The day of a value: `end_time` is the midnight in California that ends it, hours into the next day UTC. */
function dayOf(endTime: unknown): Day | null {
  const instant = readInstant(endTime);
  return instant === null ? null : addDays(instant.slice(0, 10), -1);
}

/**
 * The days of a series within a period; a value that was not given is a day without one, and one
 * that cannot be taken is told and leaves the others.
 */
export function readDaySeries(
  metric: Metric,
  { name, values = [] }: InsightSeries,
  { from, to }: { from: Day; to: Day },
): DaysReading {
  const dated = values.map(({ value, end_time: endTime }) => {
    return { metric, day: dayOf(endTime), count: readNetworkCount(name, value) };
  });
  const isGiven = ({ count }: (typeof dated)[number]) =>
    'value' in count || count.failure.reason !== 'value_not_given';
  const reading = gatherDays(
    dated.flatMap(({ day, ...one }) =>
      day !== null && day >= from && day <= to ? [{ ...one, day }] : [],
    ),
  );
  if (!dated.some((one) => one.day === null && isGiven(one))) return reading;
  const facts = { field: 'end_time' };
  const failure = { kind: 'changed_shape', reason: 'field_malformed', facts } as const;
  return { ...reading, failures: [...reading.failures, { metric, failure }] };
}

/** The only value of a series, wherever it stands; undefined when it has none. */
export function singleValue(series: InsightSeries | undefined): unknown {
  return series?.total_value?.value ?? series?.values?.at(-1)?.value;
}
