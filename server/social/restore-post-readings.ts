import type { SnapshotSource } from '../../shared/social/metrics.ts';
import type { PostCounts } from '../../shared/social/post-metrics.ts';
import type { ActorContext } from '../context.ts';
import type { Write } from '../transaction.ts';
import { believedColumns, selectPostReadings } from './believe-posts.ts';

/** Which source's reading of which post, and what it was before; nothing when it was not there. */
export interface PostReadingBefore {
  pageId: string;
  externalId: string;
  source: SnapshotSource;
  before: { capturedAt: string; counts: PostCounts } | null;
}

async function putBack(write: Write, change: PostReadingBefore): Promise<void> {
  const { pageId, externalId, source, before } = change;
  if (before === null) {
    await write.db
      .deleteFrom('postReading')
      .where('pageId', '=', pageId)
      .where('externalId', '=', externalId)
      .where('source', '=', source)
      .execute();
    return;
  }
  await write.db
    .updateTable('postReading')
    .set({ capturedAt: before.capturedAt, counts: JSON.stringify(before.counts) })
    .where('pageId', '=', pageId)
    .where('externalId', '=', externalId)
    .where('source', '=', source)
    .execute();
}

async function forget(write: Write, pageId: string, externalId: string): Promise<void> {
  for (const table of ['postTopic', 'post'] as const) {
    await write.db
      .deleteFrom(table)
      .where('pageId', '=', pageId)
      .where('externalId', '=', externalId)
      .execute();
  }
}

/** What is believed of a post whose readings changed, worked out anew; a post that nobody gives goes. */
async function believeAgain(write: Write, pageId: string, externalId: string): Promise<void> {
  const left = (await selectPostReadings(write, pageId, [externalId])).get(externalId) ?? [];
  const [first] = left;
  if (!first) return forget(write, pageId, externalId);
  const { source, capturedAt } = first;
  await write.db
    .updateTable('post')
    .set({ ...believedColumns(left), source, capturedAt })
    .where('pageId', '=', pageId)
    .where('externalId', '=', externalId)
    .execute();
}

/**
 * Puts what a source said of posts back as it was, inside a write under way: a post of which no
 * source's reading is left goes, with its topics.
 */
export async function restorePostReadings(
  _context: ActorContext,
  write: Write,
  changes: readonly PostReadingBefore[],
): Promise<void> {
  for (const change of changes) {
    await putBack(write, change);
    await believeAgain(write, change.pageId, change.externalId);
  }
}
