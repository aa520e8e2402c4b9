import type { Kysely } from 'kysely';
import { addDays } from '../../shared/calendar/day.ts';
import type { Period } from '../../shared/social/figure-schemas.ts';
import { breaksWithin } from '../../shared/social/metric-breaks.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PeriodSum } from '../../shared/social/period-figures.ts';
import type { Tables } from '../database/schema.ts';
import { type Flows, type FlowsWanted, selectFlows, unreadDays } from './select-flows.ts';
import type { PageOf } from './select-levels.ts';

/** The sides of the days on which a network redefined a metric within a period; one where it did not. */
function sidesOf(network: NetworkId, metric: Metric, { from, to }: Period): Period[] {
  const days = breaksWithin(network, [metric], { from, to }).map(({ day }) => day);
  const starts = [from, ...new Set(days.toSorted())];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { from: start, to: next === undefined ? to : addDays(next, -1) };
  });
}

/** A sum that lies on several sides of a redefinition has one for each side, and none of all. */
function divide(
  sum: PeriodSum,
  sides: readonly Period[],
  sums: readonly (PeriodSum | undefined)[],
) {
  if (sums.filter((side) => side !== undefined).length < 2) return sum;
  const parts = sides.map((side, at) => {
    const { value = null, days = 0, missingDays = unreadDays(side) } = sums[at] ?? {};
    return { ...side, value, days, missingDays };
  });
  return { ...sum, value: null, parts };
}

/** Divides the sums of a metric of pages of one network where the network redefined it. */
async function divideSums(
  db: Kysely<Tables>,
  sums: Flows,
  { ids, metric, sides }: { ids: readonly string[]; metric: Metric; sides: readonly Period[] },
): Promise<void> {
  const ofSides: Flows[] = [];
  for (const side of sides) {
    ofSides.push(await selectFlows(db, ids, { ...side, metrics: [metric] }));
  }
  for (const id of ids) {
    const sum = sums.get(id)?.[metric];
    const parts = ofSides.map((flows) => flows.get(id)?.[metric]);
    if (sum) sums.set(id, { ...sums.get(id), [metric]: divide(sum, sides, parts) });
  }
}

/**
 * What happened to pages over a period, each metric summed over the days that were read, and never
 * over a day on which its network redefined it. What no day was read of is missing.
 */
export async function selectSums(
  db: Kysely<Tables>,
  pages: readonly PageOf[],
  wanted: FlowsWanted,
): Promise<Flows> {
  const sums = await selectFlows(
    db,
    pages.map(({ id }) => id),
    wanted,
  );
  for (const network of new Set(pages.map((page) => page.network))) {
    const ids = pages.filter((page) => page.network === network).map(({ id }) => id);
    for (const metric of wanted.metrics) {
      const sides = sidesOf(network, metric, wanted);
      if (sides.length > 1) await divideSums(db, sums, { ids, metric, sides });
    }
  }
  return sums;
}
