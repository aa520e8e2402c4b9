import { addDays, type Day } from '../calendar/day.ts';
import { type DayCount, gatherDays } from './gather-days.ts';
import { askInsights, type InsightSeries, readDaySeries, singleValue } from './graph-insights.ts';
import type { CallGraph } from './graph-list.ts';
import type { Metric } from './metrics.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { DaysReading } from './network-readings.ts';

export const instagramDayMetrics = [
  'reach',
  'views',
  'engagements',
  'follows',
  'unfollows',
] as const;

/** What each of the network's metrics tells. */
const toldBy: Record<string, readonly Metric[]> = {
  reach: ['reach'],
  views: ['views'],
  total_interactions: ['engagements'],
  follows_and_unfollows: ['follows', 'unfollows'],
};

/** Metrics that one call asks for, and how. */
interface Question {
  names: readonly string[];
  query: Record<string, string>;
}

/** The totals of a day, a call each: those in two parts are asked apart from the others. */
const dayQuestions: readonly Question[] = [
  { names: ['views', 'total_interactions'], query: {} },
  { names: ['follows_and_unfollows'], query: { breakdown: 'follow_type' } },
];

/** The value of one part of a total; undefined when it was not given. */
function partOf(series: InsightSeries, part: string): unknown {
  const results = series.total_value?.breakdowns?.flatMap((one) => one.results ?? []);
  return results?.find(({ dimension_values: [word] }) => word === part)?.value;
}

function valuesOf(name: string, series: InsightSeries): [Metric, unknown][] {
  if (name !== 'follows_and_unfollows') {
    return (toldBy[name] ?? []).map((metric) => [metric, singleValue(series)]);
  }
  return [
    ['follows', partOf(series, 'FOLLOWER')],
    ['unfollows', partOf(series, 'NON_FOLLOWER')],
  ];
}

interface DaysUnderWay {
  /** Reach, which comes as a series. */
  reach: DaysReading;
  /** The totals of each day. */
  counts: DayCount[];
  /** The network's metrics that are not asked any more, and why. */
  gone: Map<string, NetworkFailure>;
}

/** Asks what is not gone; whatever is no retired metric ends the reading. */
async function askDays(
  path: string,
  { names, query }: Question,
  { gone }: DaysUnderWay,
  call: CallGraph,
): Promise<Map<string, InsightSeries> | { failure: NetworkFailure }> {
  const asked = names.filter((name) => !gone.has(name));
  if (asked.length === 0) return new Map();
  const { series, failures } = await askInsights(asked, (metrics) =>
    call(path, { ...query, period: 'day', metric: metrics.join(',') }),
  );
  for (const [name, failure] of failures) {
    if (failure.reason !== 'metric_retired') return { failure };
    gone.set(name, failure);
  }
  return series;
}

function keepTotals(day: Day, series: Map<string, InsightSeries>, days: DaysUnderWay): void {
  for (const [name, one] of series) {
    for (const [metric, value] of valuesOf(name, one)) {
      const count = readNetworkCount(name, value);
      const isReshaped = 'failure' in count && count.failure.kind === 'changed_shape';
      if (isReshaped) days.gone.set(name, count.failure);
      else days.counts.push({ metric, day, count });
    }
  }
}

async function readTotals(
  path: string,
  day: Day,
  days: DaysUnderWay,
  call: CallGraph,
): Promise<NetworkFailure | null> {
  const range = { metric_type: 'total_value', since: day, until: addDays(day, 1) };
  for (const { names, query } of dayQuestions) {
    const series = await askDays(path, { names, query: { ...query, ...range } }, days, call);
    if ('failure' in series) return series.failure;
    keepTotals(day, series, days);
  }
  return null;
}

async function readEveryDay(
  path: string,
  { from, to }: { from: Day; to: Day },
  days: DaysUnderWay,
  call: CallGraph,
): Promise<NetworkFailure | null> {
  const query = { metric_type: 'time_series', since: from, until: addDays(to, 1) };
  const series = await askDays(path, { names: ['reach'], query }, days, call);
  if ('failure' in series) return series.failure;
  const reach = series.get('reach');
  if (reach) days.reach = readDaySeries('reach', reach, { from, to });
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const failure = await readTotals(path, day, days, call);
    if (failure) return failure;
  }
  return null;
}

/**
 * The days of an account: reach as a series, the rest as totals, which are asked day by day. What
 * was read before a failure is kept; figures that the network does not have are absent.
 */
export async function readInstagramDays(
  path: string,
  period: { from: Day; to: Day },
  call: CallGraph,
): Promise<DaysReading> {
  const days: DaysUnderWay = {
    reach: { readings: [], failures: [] },
    counts: [],
    gone: new Map(),
  };
  const stoppedBy = await readEveryDay(path, period, days, call);
  const failures: DaysReading['failures'] = [...days.gone].flatMap(([name, failure]) =>
    (toldBy[name] ?? []).map((metric) => ({ metric, failure })),
  );
  const totals = gatherDays(days.counts);
  failures.push(...days.reach.failures, ...totals.failures);
  if (stoppedBy) failures.push({ metric: null, failure: stoppedBy });
  return { readings: [...days.reach.readings, ...totals.readings], failures };
}
