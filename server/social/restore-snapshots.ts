import { sql } from 'kysely';
import type { Snapshot } from '../../shared/social/schemas.ts';
import type { ActorContext } from '../context.ts';
import { inParts } from '../database/many-records.ts';
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
  const gone: SnapshotBefore['key'][] = [];
  for (const { key, before } of changes) {
    if (before) back.push({ ...key, ...before });
    else gone.push(key);
  }
  for (const some of inParts(gone)) {
    const keys = some.map((key) => sql`(${key.pageId}, ${key.metric}, ${key.day}, ${key.source})`);
    await write.db
      .deleteFrom('snapshot')
      .where(sql<boolean>`(page_id, metric, day, source) in (values ${sql.join(keys)})`)
      .execute();
  }
  await writeSnapshots(context, write, back);
}
