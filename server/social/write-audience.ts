import type { AudienceSlice } from '../../shared/social/audience.ts';
import type { SnapshotSource } from '../../shared/social/metrics.ts';
import type { ActorContext } from '../context.ts';
import { type BulkTarget, bulkInsert } from '../database/bulk-insert.ts';
import type { Write } from '../transaction.ts';

/** Who follows a page, as one source gives it on one day. */
export interface AudienceBatch {
  pageId: string;
  day: string;
  source: SnapshotSource;
  /** ISO UTC. */
  capturedAt: string;
  slices: readonly AudienceSlice[];
}

const key = ['page_id', 'dimension', 'day', 'key', 'source'];
const target: BulkTarget = {
  table: 'audience_slice',
  columns: [...key, 'value', 'unit', 'captured_at'],
  onConflict: { key, update: ['value', 'unit', 'captured_at'] },
};

/** Stores audiences inside a write under way; what a source said of that day before is replaced. */
export async function writeAudience(
  context: ActorContext,
  write: Write,
  batches: readonly AudienceBatch[],
): Promise<void> {
  for (const { pageId, day, source, capturedAt, slices } of batches) {
    for (const dimension of new Set(slices.map((slice) => slice.dimension))) {
      await write.db
        .deleteFrom('audienceSlice')
        .where('pageId', '=', pageId)
        .where('dimension', '=', dimension)
        .where('day', '=', day)
        .where('source', '=', source)
        .execute();
    }
    const rows = slices.map(({ dimension, key: name, value, unit }) => {
      return [pageId, dimension, day, name, source, value, unit, capturedAt];
    });
    await bulkInsert(context.database, write, target, rows);
  }
}
