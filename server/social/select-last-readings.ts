import { type Kysely, sql } from 'kysely';
import { type Metric, type SnapshotSource, snapshotSources } from '../../shared/social/metrics.ts';
import type { Reading } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';

type FoundReading = Reading & { pageId: string; metric: Metric };

const idsPerQuery = 300;
const rank = (source: SnapshotSource) => snapshotSources.indexOf(source);

/** How readings are found in what `selectLastReadings` gives. */
export const readingKey = (pageId: string, metric: Metric) => `${pageId} ${metric}`;

/**
 * The believed reading of each page and metric on the last day before the given one that has any,
 * by `readingKey`: one look into the index for each.
 */
export async function selectLastReadings(
  db: Kysely<Tables>,
  pageIds: readonly string[],
  metrics: readonly Metric[],
  before: string,
): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>();
  for (let start = 0; start < pageIds.length; start += idsPerQuery) {
    const some = pageIds.slice(start, start + idsPerQuery);
    const lastDays = metrics.map(
      (metric) => sql`
        select page.id as page_id, ${sql.lit(metric)} as metric, (
          select max(day) from snapshot
          where page_id = page.id and metric = ${sql.lit(metric)} and day < ${before}
        ) as day
        from page where page.id in (${sql.join(some)})`,
    );
    const { rows } = await sql<FoundReading>`
      with last_day as (${sql.join(lastDays, sql` union all `)})
      select snapshot.page_id, snapshot.metric, snapshot.value, snapshot.day, snapshot.source,
        snapshot.precision, snapshot.captured_at
      from last_day
      join snapshot on snapshot.page_id = last_day.page_id and snapshot.metric = last_day.metric
        and snapshot.day = last_day.day`.execute(db);
    for (const { pageId, metric, ...reading } of rows) {
      const key = readingKey(pageId, metric);
      const known = found.get(key);
      if (!known || rank(reading.source) < rank(known.source)) found.set(key, reading);
    }
  }
  return found;
}
