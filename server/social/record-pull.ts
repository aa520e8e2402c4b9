import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import type { PostsListed, PullPart } from '../../shared/social/pull.ts';
import type { PullEnding, PullKind } from '../../shared/social/pull-rows.ts';
import type { PageFailure, PullOutcome, PullReason } from '../../shared/social/rows.ts';
import type { Snapshot } from '../../shared/social/schemas.ts';
import type { ActorContext } from '../context.ts';
import { type BulkTarget, bulkInsert } from '../database/bulk-insert.ts';
import { transact, type Write } from '../transaction.ts';
import { keepConnectionStatus } from './keep-connection-status.ts';
import { markGonePosts } from './mark-gone-posts.ts';
import { type PostBatch, writePosts } from './store-posts.ts';
import { writeSnapshots } from './store-snapshots.ts';
import { type AudienceBatch, writeAudience } from './write-audience.ts';

/** How far back a part's history is read; what is not named stays as it was. */
export interface Filled {
  filledFrom?: string;
  fillCursor?: string | null;
  isFilled?: boolean;
  /** ISO UTC: when the reading began that this goes on with, from its first piece to its last. */
  beganAt?: string | null;
  /** Of posts: what the list says, once it is read whole, of those that it leaves out. */
  listed?: PostsListed;
}

/** What a pull made of one part of one page; of a part read in several turns, of all of them so far. */
export interface PulledStep {
  pageId: string;
  part: PullPart;
  outcome: PullOutcome;
  failures: PageFailure[];
  /** Calls made for this page alone; those of a batch count for the pull. */
  calls: number;
  readings: number;
  postsRead: number;
  filled?: Filled;
}

/** What an answer taught of an account: its identifier, its name now, where it has moved to. */
export interface LearnedPage {
  pageId: string;
  externalId?: string;
  seenHandle?: string;
  movedTo?: string | null;
}

/** What one turn of a pull brought: stored together, or not at all. */
export interface PulledTurn {
  pullId: string;
  kind: PullKind;
  snapshots: Snapshot[];
  posts: PostBatch[];
  audiences: AudienceBatch[];
  steps: PulledStep[];
  /** What the network taught of accounts. */
  learned: LearnedPage[];
  /** Calls made in this turn. */
  calls: number;
  /** Parts and pages that this turn finished. */
  stepsDone: number;
  pagesDone: number;
  pagesFailed: number;
  /** How the connection fared, where this turn showed it. */
  connection: { id: string; failure: NetworkFailure | null } | null;
}

/** A pull as it begins. */
export interface PullStart {
  reason: PullReason;
  kind: PullKind;
  day: string;
  pages: number;
  steps: number;
  requestId: string | null;
}

/** Pulls whose process died are ended by the one that goes on with their work. */
async function endAbandoned(write: Write, { requestId, reason }: PullStart): Promise<void> {
  const open = write.db
    .updateTable('pull')
    .set({ finishedAt: write.at, ended: 'stopped' satisfies PullEnding })
    .where('finishedAt', 'is', null);
  if (requestId !== null) {
    const request = await write.db
      .selectFrom('pullRequest')
      .select('pullId')
      .where('id', '=', requestId)
      .executeTakeFirst();
    if (request?.pullId) await open.where('id', '=', request.pullId).execute();
  } else if (reason !== 'request') await open.where('reason', '<>', 'request').execute();
}

/** Opens the record of a pull, made for a request or for none; returns its id. */
export function startPull(context: ActorContext, pull: PullStart): Promise<string> {
  return transact(context, ['social'], async (write) => {
    const id = randomUUID();
    const { requestId, ...own } = pull;
    await endAbandoned(write, pull);
    const begun = { id, startedAt: write.at, finishedAt: null, ended: null };
    const none = { pagesDone: 0, pagesFailed: 0, calls: 0 };
    const notCancelled = { cancelAskedAt: null, cancelAskedBy: null };
    await write.db
      .insertInto('pull')
      .values({ ...own, ...begun, ...none, ...notCancelled })
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

const stepKey = ['pull_id', 'page_id', 'part'];
const stepColumns = ['at', 'outcome', 'details', 'calls', 'readings', 'posts_read'];
const stepTarget: BulkTarget = {
  table: 'pull_step',
  columns: [...stepKey, ...stepColumns],
  onConflict: { key: stepKey, update: stepColumns },
};

const partKey = ['page_id', 'part'];
const attemptColumns = ['attempted_at', 'pull_id', 'outcome', 'details'];
const partTarget = (update: readonly string[]): BulkTarget => ({
  table: 'page_part',
  columns: [...partKey, ...attemptColumns, 'succeeded_at'],
  onConflict: { key: partKey, update },
});
const afterSuccess = partTarget([...attemptColumns, 'succeeded_at']);
const afterFailure = partTarget(attemptColumns);

const standing: BulkTarget = {
  table: 'page_part',
  columns: [...partKey, 'details'],
  onConflict: { key: partKey, update: [] },
};

/** Whether all was read that asking again could bring: the next pull goes on from there. */
function isRead({ outcome, failures }: PulledStep): boolean {
  if (outcome === 'ok') return true;
  // What one post alone lacks, asking for all of them again does not bring.
  return (
    outcome === 'partial' &&
    failures.every(({ failure: { kind, facts } }) => kind === 'refused' || facts.post !== undefined)
  );
}

/** Keeps how far a part is read; returns how many posts its end showed to be gone. */
async function keepFilled(write: Write, { pageId, part, filled }: PulledStep): Promise<number> {
  if (!filled) return 0;
  const { filledFrom, fillCursor, isFilled, beganAt, listed } = filled;
  await write.db
    .updateTable('pagePart')
    .set({
      ...(filledFrom === undefined ? {} : { filledFrom }),
      ...(fillCursor === undefined ? {} : { fillCursor }),
      // What was read whole once is known while it is read again.
      ...(isFilled ? { filledAt: write.at } : {}),
      ...(beganAt === undefined ? {} : { fillBeganAt: beganAt }),
    })
    .where('pageId', '=', pageId)
    .where('part', '=', part)
    .execute();
  return isFilled && beganAt && listed ? markGonePosts(write, { pageId, beganAt, listed }) : 0;
}

/** The steps of the pull, and where each part of each page stands after them; how many posts they showed to be gone. */
async function storeSteps(
  context: ActorContext,
  write: Write,
  { pullId, kind, steps }: PulledTurn,
): Promise<{ gone: number }> {
  await bulkInsert(
    context.database,
    write,
    stepTarget,
    steps.map(({ pageId, part, outcome, failures, calls, readings, postsRead }) => {
      const made = [outcome, JSON.stringify(failures), calls, readings, postsRead];
      return [pullId, pageId, part, write.at, ...made];
    }),
  );
  // What history brings says nothing of the days that a daily pull goes on from.
  if (kind === 'history') {
    const rows = steps.map(({ pageId, part }) => [pageId, part, '[]']);
    await bulkInsert(context.database, write, standing, rows);
  } else {
    const rowOf = (step: PulledStep) => {
      const attempt = [write.at, pullId, step.outcome, JSON.stringify(step.failures)];
      return [step.pageId, step.part, ...attempt, isRead(step) ? write.at : null];
    };
    const failed = steps.filter((step) => !isRead(step));
    await bulkInsert(context.database, write, afterSuccess, steps.filter(isRead).map(rowOf));
    await bulkInsert(context.database, write, afterFailure, failed.map(rowOf));
  }
  let gone = 0;
  for (const step of steps) gone += await keepFilled(write, step);
  return { gone };
}

async function storeFigures(context: ActorContext, write: Write, turn: PulledTurn): Promise<void> {
  await writeSnapshots(context, write, turn.snapshots);
  await writePosts(context, write, turn.posts);
  await writeAudience(context, write, turn.audiences);
  for (const { pageId, ...learned } of turn.learned) {
    await write.db.updateTable('page').set(learned).where('id', '=', pageId).execute();
  }
}

/** Stores what one turn brought: figures, posts, what came of each part, identifiers, progress. */
export function recordTurn(context: ActorContext, turn: PulledTurn): Promise<void> {
  return transact(context, ['social'], async (write) => {
    await storeFigures(context, write, turn);
    const { gone } = await storeSteps(context, write, turn);
    const plus = (column: string, count: number) => sql<number>`${sql.ref(column)} + ${count}`;
    const readings = turn.snapshots.length;
    const postsRead = turn.posts.reduce((sum, batch) => sum + batch.posts.length, 0);
    await write.db
      .updateTable('pull')
      .set({
        pagesDone: plus('pagesDone', turn.pagesDone),
        pagesFailed: plus('pagesFailed', turn.pagesFailed),
        stepsDone: plus('stepsDone', turn.stepsDone),
        calls: plus('calls', turn.calls),
        readings: plus('readings', readings),
        postsRead: plus('postsRead', postsRead),
      })
      .where('id', '=', turn.pullId)
      .execute();
    const { connection, learned, pagesDone, pagesFailed } = turn;
    if (connection) await keepConnectionStatus(context, write, connection.id, connection.failure);
    const details = { pagesDone, pagesFailed, readings, posts: postsRead, gone, learned };
    await write.audit({ action: 'pull', record: 'pull', recordId: turn.pullId, details });
  });
}

/** Closes the record of a pull; one that was stopped half-way leaves its request to another pull. */
export function finishPull(
  context: ActorContext,
  pullId: string,
  ended: PullEnding,
): Promise<void> {
  return transact(context, ['social'], async (write) => {
    await write.db
      .updateTable('pull')
      .set({ finishedAt: write.at, ended })
      .where('id', '=', pullId)
      .execute();
    await write.db
      .updateTable('pullRequest')
      .set({ status: ended === 'stopped' ? 'waiting' : 'done' })
      .where('pullId', '=', pullId)
      .execute();
    await write.audit({ action: 'finish', record: 'pull', recordId: pullId, details: { ended } });
  });
}
