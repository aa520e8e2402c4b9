import { dayInZone } from '../../shared/calendar/day.ts';
import { hourInZone } from '../../shared/calendar/hour.ts';
import { foldForSearch } from '../../shared/records.ts';
import type { SnapshotSource } from '../../shared/social/metrics.ts';
import { type NetworkPost, postMetrics } from '../../shared/social/post-metrics.ts';
import type { ActorContext } from '../context.ts';
import { type BulkTarget, bulkInsert } from '../database/bulk-insert.ts';
import { transact, type Write } from '../transaction.ts';
import {
  believedColumns,
  bySource,
  type PostReadingRow,
  selectPostReadings,
} from './believe-posts.ts';

/** Posts of one page as one source gives them at one moment. */
export interface PostBatch {
  pageId: string;
  source: SnapshotSource;
  /** ISO UTC. */
  capturedAt: string;
  posts: readonly NetworkPost[];
}

const readingKey = ['page_id', 'external_id', 'source'];
const readings: BulkTarget = {
  table: 'post_reading',
  columns: [...readingKey, 'captured_at', 'counts', 'implied'],
  onConflict: { key: readingKey, update: ['captured_at', 'counts', 'implied'] },
};

const postKey = ['page_id', 'external_id'];
const countColumns = [...postMetrics, 'engagements', 'implied'];
const postColumns = [
  ...['published_at', 'day', 'hour', 'has_hour', 'kind', 'text', 'search_text', 'permalink'],
  ...['source', 'captured_at', 'gone_at', ...countColumns],
];
const posts: BulkTarget = {
  table: 'post',
  columns: [...postKey, ...postColumns],
  onConflict: { key: postKey, update: postColumns },
};

type Row = (string | number | null)[];

function rowOf(
  { timeZone }: ActorContext,
  { pageId, source, capturedAt }: PostBatch,
  post: NetworkPost,
  counts: ReturnType<typeof believedColumns>,
): Row {
  const { externalId, publishedAt, hasHour = true, kind, text, permalink } = post;
  const instant = new Date(publishedAt);
  const hour = [hourInZone(instant, timeZone), hasHour ? 1 : 0];
  const when = [publishedAt, dayInZone(instant, timeZone), ...hour];
  const values = countColumns.map((name) => counts[name as keyof typeof counts] ?? null);
  const words = [kind, text, foldForSearch(text), permalink];
  // Whoever gives it has it: what a whole reading had missed is there again.
  return [pageId, externalId, ...when, ...words, source, capturedAt, null, ...values];
}

async function writeBatch(context: ActorContext, write: Write, batch: PostBatch): Promise<void> {
  const { pageId, source, capturedAt } = batch;
  const byId = new Map(batch.posts.map((post) => [post.externalId, post]));
  const told = [...byId.values()].map(({ externalId, counts, isImplied }): Row => {
    return [pageId, externalId, source, capturedAt, JSON.stringify(counts), isImplied ? 1 : 0];
  });
  const others = await selectPostReadings(write, pageId, [...byId.keys()]);
  await bulkInsert(context.database, write, readings, told);
  const rows: Row[] = [];
  for (const [externalId, post] of byId) {
    const { counts, isImplied = false } = post;
    const own: PostReadingRow = { externalId, source, capturedAt, counts, isImplied };
    const rest = (others.get(externalId) ?? []).filter((reading) => reading.source !== source);
    const inOrder = [own, ...rest].toSorted(bySource);
    const columns = believedColumns(inOrder);
    if (inOrder[0] === own) rows.push(rowOf(context, batch, post, columns));
    // What a more believed source said of the post itself stays: only counts are filled in.
    else {
      await write.db
        .updateTable('post')
        .set(columns)
        .where('pageId', '=', pageId)
        .where('externalId', '=', externalId)
        .execute();
    }
  }
  await bulkInsert(context.database, write, posts, rows);
}

/**
 * Stores posts inside a write under way; storing the same ones again changes nothing. Each
 * source's counts are kept; those believed are, one by one, the first that a source gave in the
 * order of `snapshotSources`. The day and the hour of a post are those of the office.
 */
export async function writePosts(
  context: ActorContext,
  write: Write,
  batches: readonly PostBatch[],
): Promise<void> {
  for (const batch of batches) await writeBatch(context, write, batch);
}

/** The same in a transaction of its own, with one audit row for all. */
export async function storePosts(
  context: ActorContext,
  batches: readonly PostBatch[],
): Promise<{ stored: number }> {
  const stored = batches.reduce((sum, batch) => sum + batch.posts.length, 0);
  if (stored === 0) return { stored };
  return transact(context, ['social'], async (write) => {
    await writePosts(context, write, batches);
    await write.audit({
      action: 'store',
      record: 'post',
      recordId: batches.length === 1 ? (batches[0]?.pageId ?? '') : 'many',
      details: { posts: stored },
    });
    return { stored };
  });
}
