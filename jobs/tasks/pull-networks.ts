import { setInterval } from 'node:timers';
import { asSystem, type House, today } from '../../server/context.ts';
import { isCancelAsked } from '../../server/social/cancel-pull.ts';
import { finishPull, startPull } from '../../server/social/record-pull.ts';
import type { PullEnding, PullKind } from '../../shared/social/pull-rows.ts';
import { listConnectors } from '../list-connectors.ts';
import { credentialKey, openCredential, type PullPace } from '../pull/open-credential.ts';
import { type PagePlan, type PullWish, planPull } from '../pull/plan-pull.ts';
import { type PagesPulled, pullNew } from '../pull/pull-credential.ts';
import { pullHistory } from '../pull/pull-history.ts';
import { PullTurn } from '../pull/turn.ts';

/** What a pull came to; `pullId` is null when there was no page to read. */
export interface PullEnd extends PagesPulled {
  pullId: string | null;
  pages: number;
  /** Null when there was nothing to do. */
  ended: PullEnding | null;
  isStopped: boolean;
}

const neverStopped = new AbortController().signal;
const lookForCancelMs = 1_000;

/** Pages that are read through one credential, one after the other. */
function groupByCredential(plans: readonly PagePlan[]): [PagePlan, ...PagePlan[]][] {
  const groups = new Map<string, [PagePlan, ...PagePlan[]]>();
  for (const plan of plans) {
    const key = credentialKey(plan.page);
    const group = groups.get(key);
    if (group) group.push(plan);
    else groups.set(key, [plan]);
  }
  return [...groups.values()];
}

/** A signal that is given when somebody cancels the pull, and what stops looking for it. */
function watchForCancel(house: House, pullId: string) {
  const cancelled = new AbortController();
  const timer = setInterval(() => {
    isCancelAsked(house, pullId)
      .then((isAsked) => {
        if (isAsked) cancelled.abort();
      })
      .catch((error: unknown) => {
        house.log.warn({ err: error, pullId }, 'whether a pull was cancelled could not be read');
      });
  }, lookForCancelMs);
  timer.unref();
  return { signal: cancelled.signal, stop: () => clearInterval(timer) };
}

/** A pull under way. */
interface RunningPull {
  pullId: string;
  kind: PullKind;
  signal: AbortSignal;
  pace?: PullPace;
}

/** Reads all groups side by side; one that breaks does not stop the others. */
async function readGroups(
  house: House,
  { signal, pace = {}, ...record }: RunningPull,
  plans: readonly PagePlan[],
): Promise<PagesPulled> {
  const ends = await Promise.allSettled(
    groupByCredential(plans).map(async (group) => {
      const [{ page, connector }] = group;
      const credential = await openCredential(house, page, connector, { signal, pace });
      const turn = new PullTurn(house, record);
      const read = record.kind === 'history' ? pullHistory : pullNew;
      return read({ house, credential, turn, signal }, group);
    }),
  );
  const sum = { pagesRead: 0, pagesFailed: 0 };
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason;
    sum.pagesRead += end.value.pagesRead;
    sum.pagesFailed += end.value.pagesFailed;
  }
  return sum;
}

/**
 * Reads pages from their networks and stores what came, turn by turn: one reading a page, metric
 * and day, posts, audiences, and for each part of each page what came of it. Credentials are read
 * side by side; a page, batch or network that fails does not stop the others. What is not reached
 * when `signal` stops the pull, or somebody cancels it, is left as it was.
 */
export async function pullNetworks(
  house: House,
  wish: PullWish,
  signal: AbortSignal = neverStopped,
): Promise<PullEnd> {
  const { reason, kind = 'daily', requestId = null, pace = {} } = wish;
  const plans = await planPull(house, await listConnectors(), wish);
  if (plans.length === 0 && requestId === null) {
    const none = { pages: 0, pagesRead: 0, pagesFailed: 0 };
    return { pullId: null, ...none, ended: null, isStopped: signal.aborted };
  }
  const pages = plans.length;
  const steps = plans.reduce((sum, { parts }) => sum + parts.length, 0);
  const start = { reason, kind, requestId, day: today(house), pages, steps };
  const pullId = await startPull(asSystem(house), start);
  const cancel = watchForCancel(house, pullId);
  try {
    const either = AbortSignal.any([signal, cancel.signal]);
    const pulled = await readGroups(house, { pullId, kind, signal: either, pace }, plans);
    const ended = signal.aborted ? 'stopped' : cancel.signal.aborted ? 'cancelled' : 'whole';
    await finishPull(asSystem(house), pullId, ended);
    return { pullId, pages, ...pulled, ended, isStopped: signal.aborted };
  } catch (error) {
    // Its record says that it broke off; what it stored stays, and the rest is due as before.
    await finishPull(asSystem(house), pullId, 'stopped');
    throw error;
  } finally {
    cancel.stop();
  }
}
