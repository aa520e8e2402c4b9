import { sql } from 'kysely';
import type { Growth, GrowthPoint } from '../../shared/social/growth.ts';
import { composeGrowth } from '../../shared/social/growth.ts';
import type { GrowthQuery } from '../../shared/social/schemas.ts';
import { type House, today } from '../context.ts';
import { hotQuery } from '../database/hot-query.ts';

const selectReadings = hotQuery<
  GrowthPoint,
  [pageId: string, metric: string, from: string, to: string]
>((db) =>
  db
    .selectFrom('snapshot')
    .select(['day', 'value', 'source', 'precision', 'captured_at as capturedAt' as never])
    .where('page_id' as never, '=', '' as never)
    .where('metric', '=', '')
    .where('day', '>=', '')
    .where('day', '<=', '')
    .orderBy('day')
    .$castTo<GrowthPoint>()
    .compile(),
);

const selectEarlier = hotQuery<{ day: string }, [pageId: string, metric: string, from: string]>(
  (db) =>
    db
      .selectFrom('snapshot')
      .select('day')
      .where('page_id' as never, '=', '' as never)
      .where('metric', '=', '')
      .where('day', '<', '')
      .limit(sql.lit(1))
      .compile(),
);

/** The readings of a page and metric over a period, one a day, with the days that have none as gaps. */
export async function readGrowth(house: House, query: GrowthQuery): Promise<Growth> {
  const { pageId, metric, from, to } = query;
  const rows = await selectReadings(house.database, pageId, metric, from, to);
  const earlier = await selectEarlier(house.database, pageId, metric, from);
  return composeGrowth(rows, { from, to, today: today(house), isReadBefore: earlier.length > 0 });
}
