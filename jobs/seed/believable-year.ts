import type { Actor, ActorContext } from '../../server/context.ts';
import { importOutputItems } from '../../server/output/import-output-items.ts';
import { importClippings } from '../../server/press/import-clippings.ts';
import { approveRate } from '../../server/press/rates/approve-price.ts';
import { createRate } from '../../server/press/save-rate.ts';
import { storeSnapshots } from '../../server/social/store-snapshots.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { believableClippings } from './believable-clippings.ts';
import { findCoverage } from './believable-coverage.ts';
import { followIndicators } from './believable-indicators.ts';
import { describeOutlets } from './believable-outlets.ts';
import { believableOutput } from './believable-output.ts';
import { planAhead } from './believable-plans.ts';
import { ratesOf, tariffs } from './believable-rates.ts';
import { believableSnapshots } from './believable-snapshots.ts';
import { describeWork } from './believable-work.ts';
import { findOrAddNames, findOrAddPlaces } from './known-names.ts';
import { storePages } from './la-estrella-2020-pages.ts';

const secretary: Actor = { id: null, name: 'Secretaría General', role: 'secretary' };

/** January of this year; in the first months of a year, earlier, so that there is something to look at. */
function firstDay(today: Day): Day {
  const january = `${today.slice(0, 4)}-01-01`;
  const longAgo = addDays(today, -300);
  return january < longAgo ? january : longAgo;
}

/**
 * Fills the year until today with what an office of this size makes, what it plans, and what the press says of
 * it, and with what its pages had every day before today, but for the days that nobody read;
 * through the same verbs as people. The same day brings the same records.
 */
export async function loadBelievableYear(context: ActorContext, today: Day): Promise<void> {
  const from = firstDay(today);
  const known = await findOrAddNames(context);
  await describeOutlets(context, Number(today.slice(0, 4)));
  for (const tariff of tariffs) {
    const outletId = known.outletIds.get(tariff.outlet);
    if (!outletId) throw new Error(`the demonstration has no outlet ${tariff.outlet}`);
    for (const rate of ratesOf(tariff, outletId, Number(today.slice(0, 4)))) {
      const at = await createRate(context, rate);
      // What went up in July still waits for somebody to approve it.
      if (rate.validFrom.endsWith('-01-01')) {
        await approveRate({ ...context, actor: secretary }, at);
      }
    }
  }
  const placeIds = await findOrAddPlaces(context);
  await importOutputItems(context, believableOutput(from, today, { ...known, placeIds }));
  await describeWork(context, today, known.departmentIds);
  const coverage = await findCoverage(context);
  const clippings = believableClippings(from, today, { ...known, ...coverage });
  await importClippings(context, clippings);
  await followIndicators(context, Number(today.slice(0, 4)));
  await planAhead(context, today);
  await storePages(context);
  await storeSnapshots(context, await believableSnapshots(context.database, from, today));
}
