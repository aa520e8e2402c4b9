import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PageFailure, PullOutcome, PullReason } from '../../shared/social/rows.ts';
import type { Snapshot } from '../../shared/social/schemas.ts';
import type { ActorContext } from '../context.ts';
import { bulkInsert } from '../database/bulk-insert.ts';
import { transact, type Write } from '../transaction.ts';
import { writeSnapshots } from './store-snapshots.ts';

/** What one batch of a pull brought: stored together, or not at all. */
export interface PulledBatch {
  pullId: string;
  network: NetworkId;
  snapshots: Snapshot[];
  outcomes: { pageId: string; outcome: PullOutcome; failures: PageFailure[] }[];
  /** Identifiers that the network taught. */
  learned: { pageId: string; externalId: string }[];
  /** Calls made for this batch. */
  calls: number;
}

/** Opens the record of a pull, made for a request or for none; returns its id. */
export function startPull(
  context: ActorContext,
  pull: { reason: PullReason; day: string; pages: number; requestId: string | null },
): Promise<string> {
  return transact(context, ['social'], async (write) => {
    const id = randomUUID();
    const { requestId, ...own } = pull;
    await write.db
      .insertInto('pull')
      .values({
        ...own,
        id,
        startedAt: write.at,
        finishedAt: null,
        pagesDone: 0,
        pagesFailed: 0,
        calls: 0,
      })
      .execute();
    if (requestId !== null) {
      await write.db
        .updateTable('pullRequest')
        .set({ status: 'running', pullId: id })
        .where('id', '=', requestId)
        .execute();
    }
    await write.audit({ action: 'start', record: 'pull', recordId: id, details: { ...pull } });
    return id;
  });
}

async function keepConnectionStatus(write: Write, batch: PulledBatch): Promise<void> {
  const isDead = batch.outcomes.some(({ outcome }) => outcome === 'reauthorise');
  const answered = batch.outcomes.some(({ outcome }) => outcome === 'ok' || outcome === 'partial');
  if (!answered && !isDead) return;
  await write.db
    .updateTable('connection')
    .set({ status: isDead ? 'needs_token' : 'working', statusAt: write.at })
    .where('network', '=', batch.network)
    .execute();
}

async function storeOutcomes(context: ActorContext, write: Write, batch: PulledBatch) {
  const pageIds = batch.outcomes.map(({ pageId }) => pageId);
  // One outcome a page and instant, so that "the last one" is always one.
  await write.db
    .deleteFrom('pullOutcome')
    .where('pageId', 'in', pageIds)
    .where('at', '=', write.at)
    .execute();
  await bulkInsert(
    context.database,
    write,
    { table: 'pull_outcome', columns: ['page_id', 'at', 'pull_id', 'outcome', 'details'] },
    batch.outcomes.map(({ pageId, outcome, failures }) => [
      pageId,
      write.at,
      batch.pullId,
      outcome,
      JSON.stringify(failures),
    ]),
  );
}

/** Stores what one batch brought: readings, outcome of each page, identifiers learned, progress. */
export function recordBatch(context: ActorContext, batch: PulledBatch): Promise<void> {
  return transact(context, ['social'], async (write) => {
    const { pullId, outcomes, learned, network, calls } = batch;
    await writeSnapshots(context, write, batch.snapshots);
    if (outcomes.length > 0) await storeOutcomes(context, write, batch);
    for (const { pageId, externalId } of learned) {
      await write.db.updateTable('page').set({ externalId }).where('id', '=', pageId).execute();
    }
    const failed = outcomes.filter(({ outcome }) => outcome !== 'ok').length;
    await write.db
      .updateTable('pull')
      .set({
        pagesDone: sql<number>`${sql.ref('pagesDone')} + ${outcomes.length}`,
        pagesFailed: sql<number>`${sql.ref('pagesFailed')} + ${failed}`,
        calls: sql<number>`${sql.ref('calls')} + ${calls}`,
      })
      .where('id', '=', pullId)
      .execute();
    await keepConnectionStatus(write, batch);
    const details = { network, pages: outcomes.length, failed, learned };
    await write.audit({ action: 'pull', record: 'pull', recordId: pullId, details });
  });
}

/** Closes the record of a pull; one that was stopped half-way leaves its request to another pull. */
export function finishPull(
  context: ActorContext,
  pullId: string,
  { isStopped }: { isStopped: boolean },
): Promise<void> {
  return transact(context, ['social'], async (write) => {
    await write.db
      .updateTable('pull')
      .set({ finishedAt: write.at })
      .where('id', '=', pullId)
      .execute();
    await write.db
      .updateTable('pullRequest')
      .set({ status: isStopped ? 'waiting' : 'done' })
      .where('pullId', '=', pullId)
      .execute();
    const details = { isStopped };
    await write.audit({ action: 'finish', record: 'pull', recordId: pullId, details });
  });
}
