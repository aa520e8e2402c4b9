import { AltavozFailure } from '../../shared/failure.ts';
import type { ImportRow } from '../../shared/imports/rows.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { NetworkPost, PostCounts } from '../../shared/social/post-metrics.ts';
import type { ActorContext } from '../context.ts';
import { restorePostReadings } from '../social/restore-post-readings.ts';
import { restoreSnapshots, type SnapshotBefore } from '../social/restore-snapshots.ts';
import { transact, type Write } from '../transaction.ts';
import { itemOf, planChanges } from './plan-changes.ts';
import { findRun, type StoredChange, selectChanges, showRuns } from './run-queries.ts';

/**
 * The changes whose figure or post still is as this import left it; planning them again finds
 * those the same. What another import changed later is not touched.
 */
async function selectUntouched(write: Write, changes: readonly StoredChange[]) {
  const items = changes.flatMap((change) => {
    const at = { id: change.pageId ?? '', network: 'facebook' as const };
    return itemOf(change, { ...at, handle: '', externalId: null, title: '' }) ?? [];
  });
  const now = await planChanges(write.db, items);
  return changes.filter((_, at) => now[at]?.standing === 'same');
}

function figureBefore({ pageId, subject, day, before }: StoredChange): SnapshotBefore {
  const key = { pageId: pageId ?? '', metric: subject as Metric, day: day ?? '' };
  return {
    key: { ...key, source: 'import' },
    before: before === null ? null : (JSON.parse(before) as SnapshotBefore['before']),
  };
}

function postBefore({ pageId, after, before }: StoredChange) {
  return {
    pageId: pageId ?? '',
    externalId: (JSON.parse(after ?? '{}') as NetworkPost).externalId,
    source: 'import' as const,
    before:
      before === null ? null : (JSON.parse(before) as { capturedAt: string; counts: PostCounts }),
  };
}

/**
 * Undoes a whole import: each figure and post it changed is again what it was before. What was
 * changed later by another import is left as it is, and counted in `kept`.
 * @throws {AltavozFailure} `record_not_found`; `import_expired` when it is not written, or was undone.
 */
export function undoImport(context: ActorContext, id: string): Promise<ImportRow> {
  return transact(context, ['imports', 'social'], async (write) => {
    const run = await findRun(write.db, id);
    if (run.status !== 'written') throw new AltavozFailure({ code: 'import_expired' });
    const changes = await selectChanges(write.db, id);
    const untouched = await selectUntouched(write, changes);
    const figures = untouched.filter(({ makes }) => makes === 'figure');
    const posts = untouched.filter(({ makes }) => makes === 'post');
    await restoreSnapshots(context, write, figures.map(figureBefore));
    if (posts.length > 0) await restorePostReadings(context, write, posts.map(postBefore));
    const kept = changes.length - untouched.length;
    const undone = { status: 'undone', undoneAt: write.at, undoneBy: write.actor.name, kept };
    await write.db.updateTable('importRun').set(undone).where('id', '=', id).execute();
    const details = { fileName: run.fileName, restored: untouched.length, kept };
    await write.audit({ action: 'undo', record: 'import', recordId: id, details });
    const [shown] = await showRuns(write.db, [{ ...run, ...undone }]);
    if (!shown) throw new Error('an import that was just undone is not there');
    return shown;
  });
}
