import type { Kysely } from 'kysely';
import type { Metric, SnapshotSource } from '../../shared/social/metrics.ts';
import type { PostCounts } from '../../shared/social/post-metrics.ts';
import type { Snapshot } from '../../shared/social/schemas.ts';
import type { Tables } from '../database/schema.ts';

/** Which readings of figures: of these pages and metrics, over a closed period. */
export interface ReadingsWanted {
  pageIds: readonly string[];
  metrics: readonly Metric[];
  from: string;
  to: string;
}

const idsPerQuery = 300;

function* slices<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += idsPerQuery) yield items.slice(at, at + idsPerQuery);
}

/** Every reading of some figures, of every source. */
export async function selectStoredReadings(
  db: Kysely<Tables>,
  { pageIds, metrics, from, to }: ReadingsWanted,
): Promise<Snapshot[]> {
  if (metrics.length === 0) return [];
  const found: Snapshot[] = [];
  for (const some of slices(pageIds)) {
    const rows = await db
      .selectFrom('snapshot')
      .selectAll()
      .where('pageId', 'in', some)
      .where('metric', 'in', [...metrics])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .execute();
    for (const row of rows) found.push(row as Snapshot);
  }
  return found;
}

/** What one source says of a post. */
export interface StoredPostReading {
  pageId: string;
  externalId: string;
  source: SnapshotSource;
  capturedAt: string;
  counts: PostCounts;
}

/** Every reading of the posts of some pages, of every source. */
export async function selectStoredPostReadings(
  db: Kysely<Tables>,
  pageIds: readonly string[],
): Promise<StoredPostReading[]> {
  const found: StoredPostReading[] = [];
  for (const some of slices(pageIds)) {
    const rows = await db
      .selectFrom('postReading')
      .select(['pageId', 'externalId', 'source', 'capturedAt', 'counts'])
      .where('pageId', 'in', some)
      .execute();
    for (const { counts, source, ...row } of rows) {
      found.push({
        ...row,
        source: source as SnapshotSource,
        counts: JSON.parse(counts) as PostCounts,
      });
    }
  }
  return found;
}

/** The addresses of the posts of some pages, by which a file's posts are found again. */
export async function selectPermalinks(
  db: Kysely<Tables>,
  pageIds: readonly string[],
): Promise<{ pageId: string; externalId: string; permalink: string }[]> {
  const found: { pageId: string; externalId: string; permalink: string }[] = [];
  for (const some of slices(pageIds)) {
    const rows = await db
      .selectFrom('post')
      .select(['pageId', 'externalId', 'permalink'])
      .where('pageId', 'in', some)
      .where('permalink', 'is not', null)
      .execute();
    for (const row of rows) found.push({ ...row, permalink: row.permalink ?? '' });
  }
  return found;
}
