import { type Kysely, type RawBuilder, sql } from 'kysely';
import { snapshotSources } from '../../shared/social/metrics.ts';
import type { Reading } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';

/** The readings of a page that lists show. */
export interface PageReadings {
  followers: Reading | null;
  posts: Reading | null;
  followersBefore: Reading | null;
}

type Wanted = keyof PageReadings;

interface FoundRow extends Reading {
  pageId: string;
  wanted: Wanted;
}

/** For each page the last day that has the metric: one look into the index a page, never a walk. */
function lastDays(
  ids: readonly string[],
  wanted: Wanted,
  metric: string,
  until: string,
): RawBuilder<unknown> {
  return sql`
    select page.id as page_id, ${sql.lit(wanted)} as wanted, ${sql.lit(metric)} as metric, (
      select max(day) from snapshot
      where page_id = page.id and metric = ${sql.lit(metric)} and day <= ${until}
    ) as day
    from page where page.id in (${sql.join(ids)})`;
}

const idsPerQuery = 300;

function keepBelieved(found: Map<string, PageReadings>, row: FoundRow): void {
  const { pageId, wanted, ...reading } = row;
  const page = found.get(pageId) ?? { followers: null, posts: null, followersBefore: null };
  found.set(pageId, page);
  const known = page[wanted];
  const rank = (source: Reading['source']) => snapshotSources.indexOf(source);
  if (known === null || rank(reading.source) < rank(known.source)) page[wanted] = reading;
}

/**
 * The newest followers and posts of each page, and its newest followers on or before a day; of
 * several sources on one day, the one that is believed.
 */
export async function selectNewestReadings(
  db: Kysely<Tables>,
  ids: readonly string[],
  before: string,
): Promise<Map<string, PageReadings>> {
  const found = new Map<string, PageReadings>();
  const ever = '9999-12-31';
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const some = ids.slice(start, start + idsPerQuery);
    const { rows } = await sql<FoundRow>`
      with last_day as (
        ${lastDays(some, 'followers', 'followers', ever)}
        union all ${lastDays(some, 'posts', 'posts', ever)}
        union all ${lastDays(some, 'followersBefore', 'followers', before)}
      )
      select last_day.page_id, last_day.wanted, snapshot.value, snapshot.day, snapshot.source,
        snapshot.precision, snapshot.captured_at
      from last_day
      join snapshot on snapshot.page_id = last_day.page_id and snapshot.metric = last_day.metric
        and snapshot.day = last_day.day`.execute(db);
    for (const row of rows) keepBelieved(found, row);
  }
  return found;
}
