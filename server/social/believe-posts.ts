import { believedCounts, engagementsOf } from '../../shared/social/engagement.ts';
import { type SnapshotSource, snapshotSources } from '../../shared/social/metrics.ts';
import { PostCounts, postMetrics } from '../../shared/social/post-metrics.ts';
import type { Flag } from '../database/record-columns.ts';
import type { Write } from '../transaction.ts';

/** What one source says of a post. */
export interface PostReadingRow {
  externalId: string;
  source: SnapshotSource;
  capturedAt: string;
  counts: PostCounts;
  /** The counts are 0 by the network's word about posts that it leaves out. */
  isImplied: boolean;
}

const idsPerQuery = 500;

/** Every source's reading of some posts of a page, by post, the most believed first. */
export async function selectPostReadings(
  write: Pick<Write, 'db'>,
  pageId: string,
  externalIds: readonly string[],
): Promise<Map<string, PostReadingRow[]>> {
  const found = new Map<string, PostReadingRow[]>();
  for (let at = 0; at < externalIds.length; at += idsPerQuery) {
    const rows = await write.db
      .selectFrom('postReading')
      .select(['externalId', 'source', 'capturedAt', 'counts', 'implied'])
      .where('pageId', '=', pageId)
      .where('externalId', 'in', externalIds.slice(at, at + idsPerQuery))
      .execute();
    for (const { implied, ...row } of rows) {
      const source = row.source as SnapshotSource;
      const counts = PostCounts.parse(JSON.parse(row.counts));
      const reading = { ...row, source, counts, isImplied: implied === 1 };
      const list = found.get(row.externalId) ?? [];
      found.set(row.externalId, [...list, reading].toSorted(bySource));
    }
  }
  return found;
}

/** In the order in which sources are believed. */
export function bySource(a: { source: SnapshotSource }, b: { source: SnapshotSource }): number {
  return snapshotSources.indexOf(a.source) - snapshotSources.indexOf(b.source);
}

/**
 * The counts of a post as its columns: each the first that a source gave, null when none did. What
 * is implied stands behind what anybody counted.
 */
export function believedColumns(inOrder: readonly PostReadingRow[]) {
  const counted = believedCounts(inOrder.flatMap((one) => (one.isImplied ? [] : one.counts)));
  const counts = believedCounts([counted, ...inOrder.map((reading) => reading.counts)]);
  const isImplied = postMetrics.some((metric) => counts[metric] !== counted[metric]);
  return {
    ...Object.fromEntries(postMetrics.map((metric) => [metric, counts[metric] ?? null])),
    engagements: engagementsOf(counts),
    implied: (isImplied ? 1 : 0) as Flag,
  };
}
