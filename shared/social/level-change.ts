import { addDays, type Day } from '../calendar/day.ts';
import type { Period } from './figure-schemas.ts';
import { breaksWithin } from './metric-breaks.ts';
import { leastExact, type Metric } from './metrics.ts';
import type { NetworkId } from './networks.ts';
import type { LevelChange } from './period-figures.ts';
import type { Reading } from './rows.ts';

type LevelReading = Pick<Reading, 'day' | 'value' | 'precision'>;

/** The readings that bound a period: the last before it, and the first and the last within. */
export interface LevelBounds {
  before: LevelReading | null;
  first: LevelReading | null;
  last: LevelReading | null;
}

/** Of what a level is read over which days. */
export interface LevelOf {
  network: NetworkId;
  metric: Metric;
  period: Period;
  today: Day;
}

/** The last day of a period that can have been read: of one that goes on, yesterday. */
export function lastDayOver({ to }: Period, today: Day): Day {
  const yesterday = addDays(today, -1);
  return to < yesterday ? to : yesterday;
}

/** Whether readings of both ends tell of one and the same metric. */
function isBroken({ network, metric }: LevelOf, from: Day, to: Day): boolean {
  return breaksWithin(network, [metric], { from, to }).length > 0;
}

/** How a level moved over a period, by the readings that bound it. */
export function levelChange({ before, first, last }: LevelBounds, of: LevelOf): LevelChange | null {
  const from = before ?? first;
  if (!from || !last || from.day === last.day || isBroken(of, from.day, last.day)) return null;
  const value = last.value - from.value;
  const eve = addDays(of.period.from, -1);
  return {
    value,
    basisPoints: from.value === 0 ? null : Math.round((value / from.value) * 10_000),
    precision: leastExact([from.precision, last.precision]),
    from: { day: from.day, value: from.value },
    to: { day: last.day, value: last.value },
    isSince: !before,
    isWhole: from.day === eve && last.day >= lastDayOver(of.period, of.today),
  };
}
