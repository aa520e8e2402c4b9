import type { Snapshot } from '../../shared/social/schemas.ts';
import type { ActorContext } from '../context.ts';
import type { Write } from '../transaction.ts';
import { writeSnapshots } from './store-snapshots.ts';

/** Which reading, and what it was before; nothing when it was not there. */
export interface SnapshotBefore {
  key: Pick<Snapshot, 'pageId' | 'metric' | 'day' | 'source'>;
  before: Pick<Snapshot, 'value' | 'precision' | 'capturedAt'> | null;
}

/** Puts readings of files or of people back as they were, inside a write under way. */
export async function restoreSnapshots(
  context: ActorContext,
  write: Write,
  changes: readonly SnapshotBefore[],
): Promise<void> {
  const back: Snapshot[] = [];
  for (const { key, before } of changes) {
    if (before) {
      back.push({ ...key, ...before });
      continue;
    }
    await write.db
      .deleteFrom('snapshot')
      .where('pageId', '=', key.pageId)
      .where('metric', '=', key.metric)
      .where('day', '=', key.day)
      .where('source', '=', key.source)
      .execute();
  }
  await writeSnapshots(context, write, back);
}
