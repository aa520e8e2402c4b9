import { type RawBuilder, sql } from 'kysely';
import { AltavozFailure } from '../../shared/failure.ts';
import type { Listed } from '../../shared/records.ts';
import type { ConflictRow, SourceReading } from '../../shared/social/figure-rows.ts';
import type { ConflictList, ReadingOf } from '../../shared/social/figure-schemas.ts';
import { type Metric, type SnapshotSource, snapshotSources } from '../../shared/social/metrics.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';
import { searchPatterns } from '../database/search.ts';

type Key = Pick<ConflictRow, 'pageId' | 'metric' | 'day'>;

/** Days of a page and metric of which at least two sources say different things. */
function conflictsOf({ pageId, search = '' }: Partial<ConflictList>): RawBuilder<unknown> {
  const ofPage = pageId === undefined ? sql`` : sql`and snapshot.page_id = ${pageId}`;
  const found = searchPatterns(search).map(
    (pattern) => sql`and page.search_text like ${pattern} escape '\\'`,
  );
  return sql`
    select snapshot.page_id, snapshot.metric, snapshot.day
    from snapshot join page on page.id = snapshot.page_id
    where page.deleted_at is null ${ofPage} ${sql.join(found, sql` `)}
      and snapshot.source <> 'api'
      and exists (
        select 1 from snapshot as other
        where other.page_id = snapshot.page_id and other.metric = snapshot.metric
          and other.day = snapshot.day and other.source < snapshot.source
          and other.value <> snapshot.value
      )
    group by snapshot.page_id, snapshot.metric, snapshot.day`;
}

async function count(house: House, wanted: Partial<ConflictList>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select cast(count(*) as integer) as total from (${conflictsOf(wanted)}) as conflict`.execute(
    house.database.db,
  );
  return rows[0]?.total ?? 0;
}

/** How many figures of a page its sources give differently. */
export function countConflicts(house: House, pageId: string): Promise<number> {
  return count(house, { pageId });
}

const bySource = (a: SourceReading, b: SourceReading) =>
  snapshotSources.indexOf(a.source) - snapshotSources.indexOf(b.source);

async function selectSources(house: House, { pageId, metric, day }: Key): Promise<SourceReading[]> {
  const rows = await house.database.db
    .selectFrom('snapshot')
    .select(['source', 'value', 'precision', 'capturedAt'])
    .where('pageId', '=', pageId)
    .where('metric', '=', metric)
    .where('day', '=', day)
    .execute();
  const readings = rows.map((row) => ({
    ...row,
    source: row.source as SnapshotSource,
    precision: row.precision as SourceReading['precision'],
  }));
  return readings.toSorted(bySource);
}

/** Figures of which sources say different things, the newest days first. */
export async function listConflicts(
  house: House,
  list: ConflictList,
): Promise<Listed<ConflictRow>> {
  const { rows: keys } = await sql<Key & { pageTitle: string; network: NetworkId }>`
    select conflict.page_id, conflict.metric, conflict.day, page.title as page_title, page.network
    from (${conflictsOf(list)}) as conflict join page on page.id = conflict.page_id
    order by conflict.day desc, page.title, conflict.metric, conflict.page_id
    limit ${list.pageSize} offset ${(list.page - 1) * list.pageSize}`.execute(house.database.db);
  const rows: ConflictRow[] = [];
  for (const key of keys) {
    rows.push({ ...key, metric: key.metric as Metric, readings: await selectSources(house, key) });
  }
  return { rows, total: await count(house, list) };
}

/**
 * One figure as each source gives it, the one that is shown first.
 * @throws {AltavozFailure} `record_not_found` when no source gives it.
 */
export async function readReading(house: House, wanted: ReadingOf): Promise<SourceReading[]> {
  const readings = await selectSources(house, wanted);
  if (readings.length > 0) return readings;
  const id = `${wanted.pageId}/${wanted.metric}/${wanted.day}`;
  throw new AltavozFailure({ code: 'record_not_found', record: 'snapshot', id });
}
