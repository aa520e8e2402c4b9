import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Metric, snapshotSources } from '../../shared/social/metrics.ts';
import type { Reading } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';

/** The first or the last reading of a metric within a closed period, under a name. */
export interface BoundWanted<Name extends string> {
  name: Name;
  metric: Metric;
  which: 'first' | 'last';
  from: string;
  to: string;
}

interface FoundRow<Name> extends Reading {
  pageId: string;
  wanted: Name;
}

/** For each page the day wanted: one look into the index a page, never a walk. */
function daysWanted<Name extends string>(
  ids: readonly string[],
  { name, metric, which, from, to }: BoundWanted<Name>,
): RawBuilder<unknown> {
  const bound = sql.raw(which === 'first' ? 'min' : 'max');
  return sql`
    select page.id as page_id, ${sql.lit(name)} as wanted, ${sql.lit(metric)} as metric, (
      select ${bound}(day) from snapshot
      where page_id = page.id and metric = ${sql.lit(metric)} and day >= ${from} and day <= ${to}
    ) as day
    from page where page.id in (${sql.join(ids)})`;
}

const idsPerQuery = 300;
const rankOf = (source: Reading['source']) => snapshotSources.indexOf(source);

/**
 * Readings that bound periods, by page and by the name each was wanted under; of several sources
 * on one day, the one that is believed.
 */
export async function selectBounds<Name extends string>(
  db: Kysely<Tables>,
  ids: readonly string[],
  wanted: readonly BoundWanted<Name>[],
): Promise<Map<string, Partial<Record<Name, Reading>>>> {
  const found = new Map<string, Partial<Record<Name, Reading>>>();
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const some = ids.slice(start, start + idsPerQuery);
    const days = wanted.map((one) => daysWanted(some, one));
    const { rows } = await sql<FoundRow<Name>>`
      with wanted_day as (${sql.join(days, sql` union all `)})
      select wanted_day.page_id, wanted_day.wanted, snapshot.value, snapshot.day, snapshot.source,
        snapshot.precision, snapshot.captured_at
      from wanted_day
      join snapshot on snapshot.page_id = wanted_day.page_id
        and snapshot.metric = wanted_day.metric and snapshot.day = wanted_day.day`.execute(db);
    for (const { pageId, wanted: name, ...reading } of rows) {
      const page: Partial<Record<Name, Reading>> = found.get(pageId) ?? {};
      found.set(pageId, page);
      const known = page[name];
      if (!known || rankOf(reading.source) < rankOf(known.source)) page[name] = reading;
    }
  }
  return found;
}
