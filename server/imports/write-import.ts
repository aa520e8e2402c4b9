import { AltavozFailure } from '../../shared/failure.ts';
import type { ImportRow } from '../../shared/imports/rows.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { NetworkPost } from '../../shared/social/post-metrics.ts';
import type { Snapshot } from '../../shared/social/schemas.ts';
import type { ActorContext } from '../context.ts';
import { type PostBatch, writePosts } from '../social/store-posts.ts';
import { writeSnapshots } from '../social/store-snapshots.ts';
import { transact, type Write } from '../transaction.ts';
import { itemOf, planChanges } from './plan-changes.ts';
import { findRun, type StoredChange, selectChanges, showRuns } from './run-queries.ts';

/** How many of the changes are done, as the work goes on. */
export type Report = (done: number, total: number) => void;

const changesPerStep = 1_000;

/**
 * Refuses to write over what changed since the preview, or into a page that was removed since.
 * @throws {AltavozFailure} `import_moved`.
 */
async function refuseMoved(write: Write, changes: readonly StoredChange[]): Promise<void> {
  const ids = [...new Set(changes.flatMap(({ pageId }) => pageId ?? []))];
  const pages = await write.db
    .selectFrom('page')
    .select(['id', 'handle', 'externalId', 'title'])
    .where('deletedAt', 'is', null)
    .execute();
  const known = new Map(pages.map((page) => [page.id, { ...page, network: 'facebook' as const }]));
  if (!ids.every((id) => known.has(id))) throw new AltavozFailure({ code: 'import_moved' });
  const items = changes.flatMap((change) => {
    const page = known.get(change.pageId ?? '');
    return (page && itemOf(change, page)) ?? [];
  });
  const now = await planChanges(write.db, items);
  const isMoved = now.some((change, at) => {
    const then = changes[at];
    return (
      change.standing !== then?.standing ||
      change.before !== then.before ||
      change.others !== then.others
    );
  });
  if (isMoved || now.length !== changes.length) throw new AltavozFailure({ code: 'import_moved' });
}

function snapshotOf(change: StoredChange, capturedAt: string): Snapshot {
  const { value } = JSON.parse(change.after ?? '{}') as { value: number };
  const [pageId, metric] = [change.pageId ?? '', change.subject as Metric];
  const day = change.day ?? '';
  return { pageId, metric, day, source: 'import', value, precision: 'exact', capturedAt };
}

function postBatches(changes: readonly StoredChange[], capturedAt: string): PostBatch[] {
  const byPage = new Map<string, NetworkPost[]>();
  for (const { pageId, after } of changes) {
    const posts = byPage.get(pageId ?? '') ?? [];
    posts.push(JSON.parse(after ?? '{}') as NetworkPost);
    byPage.set(pageId ?? '', posts);
  }
  return [...byPage].map(([pageId, posts]) => ({ pageId, source: 'import', capturedAt, posts }));
}

async function writeChanges(
  context: ActorContext,
  write: Write,
  changes: readonly StoredChange[],
  report: Report,
): Promise<void> {
  for (let at = 0; at < changes.length; at += changesPerStep) {
    const some = changes.slice(at, at + changesPerStep);
    const figures = some.filter(({ makes }) => makes === 'figure');
    const posts = some.filter(({ makes }) => makes === 'post');
    const snapshots = figures.map((change) => snapshotOf(change, write.at));
    await writeSnapshots(context, write, snapshots);
    if (posts.length > 0) await writePosts(context, write, postBatches(posts, write.at));
    report(at + some.length, changes.length);
  }
}

/**
 * Writes an import that somebody agreed to, all of it in one transaction, or nothing: not when
 * its preview expired or was used, nor when what it would change is no longer as it was shown.
 * @throws {AltavozFailure} `record_not_found`, `import_expired`, `import_moved`.
 */
export function writeImport(
  context: ActorContext,
  id: string,
  report: Report = () => undefined,
): Promise<ImportRow> {
  return transact(context, ['imports', 'social'], async (write) => {
    const run = await findRun(write.db, id);
    if (run.status !== 'pending' || run.expiresAt < write.at) {
      throw new AltavozFailure({ code: 'import_expired' });
    }
    const all = await selectChanges(write.db, id);
    await refuseMoved(write, all);
    const changes = all.filter(({ standing }) => standing !== 'same');
    report(0, changes.length);
    await writeChanges(context, write, changes, report);
    const written = { status: 'written', writtenAt: write.at, writtenBy: write.actor.name };
    await write.db.updateTable('importRun').set(written).where('id', '=', id).execute();
    await write.db
      .deleteFrom('importChange')
      .where('runId', '=', id)
      .where('standing', '=', 'same')
      .execute();
    const { fileName, kind, fileHash, added, changed, same, conflicting, refused } = run;
    const details = { fileName, kind, fileHash, added, changed, same, conflicting, refused };
    await write.audit({ action: 'import', record: 'import', recordId: id, details });
    const [shown] = await showRuns(write.db, [{ ...run, ...written }]);
    if (!shown) throw new Error('an import that was just written is not there');
    return shown;
  });
}

/** Puts a preview aside that nobody agrees to. @throws {AltavozFailure} `import_expired` when it was used. */
export function discardImport(context: ActorContext, id: string): Promise<{ id: string }> {
  return transact(context, ['imports'], async (write) => {
    const run = await findRun(write.db, id);
    if (run.status !== 'pending') throw new AltavozFailure({ code: 'import_expired' });
    await write.db.deleteFrom('importChange').where('runId', '=', id).execute();
    await write.db
      .updateTable('importRun')
      .set({ status: 'discarded' })
      .where('id', '=', id)
      .execute();
    const details = { fileName: run.fileName };
    await write.audit({ action: 'discard', record: 'import', recordId: id, details });
    return { id };
  });
}
