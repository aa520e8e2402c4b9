import { upToToday } from '../../shared/social/compare-periods.ts';
import type { GrowthOf } from '../../shared/social/figure-rows.ts';
import type { GrowthOfQuery } from '../../shared/social/figure-schemas.ts';
import { breaksWithin } from '../../shared/social/metric-breaks.ts';
import { isLevel } from '../../shared/social/metrics.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { type House, today } from '../context.ts';
import { readGrowth } from './read-growth.ts';
import { unreadDays } from './select-flows.ts';
import { type PageOf, selectLevels } from './select-levels.ts';
import { selectSums } from './select-sums.ts';

/** What each page comes to over the period: how its level moved, or what its days add up to. */
async function selectFigures(house: House, pages: readonly PageOf[], query: GrowthOfQuery) {
  const { metric } = query;
  const { db } = house.database;
  const period = upToToday(query, today(house));
  if (!isLevel(metric)) {
    const sums = await selectSums(db, pages, { ...period, metrics: [metric] });
    return (id: string) => ({ before: null, change: null, sum: sums.get(id)?.[metric] ?? null });
  }
  const periods = new Map([['period', period] as const]);
  const levels = await selectLevels(db, pages, { metric, periods, today: today(house) });
  return (id: string) => {
    const { before, change } = levels(id, 'period');
    return { before, change, sum: null };
  };
}

/** One line each of up to six pages, in the order asked for; pages that are gone have none. */
export async function readGrowthOf(house: House, query: GrowthOfQuery): Promise<GrowthOf[]> {
  const { pageIds, metric, from, to } = query;
  const pages = await house.database.db
    .selectFrom('page')
    .select(['id', 'network'])
    .where('id', 'in', pageIds)
    .where('deletedAt', 'is', null)
    .execute();
  const networkOf = new Map(pages.map(({ id, network }) => [id, network as NetworkId]));
  const found = [...networkOf].map(([id, network]) => ({ id, network }));
  const figuresOf = await selectFigures(house, found, query);
  const days = unreadDays(upToToday(query, today(house)));
  const lines: GrowthOf[] = [];
  for (const pageId of new Set(pageIds)) {
    const network = networkOf.get(pageId);
    if (network === undefined) continue;
    const growth = await readGrowth(house, { pageId, metric, from, to });
    const coverage = { has: growth.points.length, of: days };
    const breaks = breaksWithin(network, [metric], { from, to });
    lines.push({ pageId, ...growth, breaks, coverage, ...figuresOf(pageId) });
  }
  return lines;
}
