import type { GrowthOf } from '../../shared/social/figure-rows.ts';
import type { GrowthOfQuery } from '../../shared/social/figure-schemas.ts';
import { breaksWithin } from '../../shared/social/metric-breaks.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';
import { readGrowth } from './read-growth.ts';

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
  const lines: GrowthOf[] = [];
  for (const pageId of new Set(pageIds)) {
    const network = networkOf.get(pageId);
    if (network === undefined) continue;
    const growth = await readGrowth(house, { pageId, metric, from, to });
    lines.push({ pageId, ...growth, breaks: breaksWithin(network, [metric], { from, to }) });
  }
  return lines;
}
