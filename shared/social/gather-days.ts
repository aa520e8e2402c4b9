import type { Metric } from './metrics.ts';
import type { NetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { DaysReading } from './network-readings.ts';

/** What a network gives of one metric on one day: the count, or why it cannot be taken as one. */
export interface DayCount {
  metric: Metric;
  day: string;
  count: NetworkCount;
}

/** What is told of a failure that days share: the first of them, and how many they are. */
interface ToldFailure {
  metric: Metric;
  failure: NetworkFailure;
  days: number;
}

/**
 * The days of an answer as a reading. A day that was not given has no figure; one that cannot be
 * taken has none either, leaves the others as they are, and is told, once for all that fail alike.
 */
export function gatherDays(counts: readonly DayCount[]): DaysReading {
  const readings: DaysReading['readings'] = [];
  const told = new Map<string, ToldFailure>();
  for (const { metric, day, count } of counts) {
    if ('value' in count) readings.push({ metric, day, value: count.value, precision: 'exact' });
    else if (count.failure.reason !== 'value_not_given') {
      const key = JSON.stringify([metric, count.failure]);
      const { failure } = count;
      const dated = { ...failure, facts: { ...failure.facts, day } } as NetworkFailure;
      const known = told.get(key) ?? { metric, failure: dated, days: 0 };
      told.set(key, { ...known, days: known.days + 1 });
    }
  }
  const failures = [...told.values()].map(({ metric, failure, days }) => {
    return { metric, failure: { ...failure, facts: { ...failure.facts, days } } as NetworkFailure };
  });
  return { readings, failures };
}
