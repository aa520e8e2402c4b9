import type { House } from '../server/context.ts';
import {
  claimSlot,
  finishSlot,
  releaseSlot,
  renewClaim,
  renewEveryMs,
  type Slot,
} from './claim-slot.ts';

/** What a turn came to: done, left to another process, stopped half-way, or failed (and logged). */
export type TaskEnd = 'done' | 'not_claimed' | 'stopped' | 'failed';

/** Renews the claim while the task runs; stops the task when another process has taken it over. */
function keepClaim(house: House, slot: Slot, holder: string, lost: AbortController) {
  const timer = setInterval(() => {
    renewClaim(house, slot, holder)
      .then((isHeld) => {
        if (!isHeld) lost.abort();
      })
      .catch((error: unknown) => {
        house.log.warn({ err: error, ...slot }, 'the claim of a task could not be renewed');
      });
  }, renewEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Does one turn of a task unless another process does it. A turn that is stopped is given back at
 * once; one that fails, when its claim runs out. Then any process may claim it again.
 */
export async function runTask(
  house: House,
  slot: Slot,
  holder: string,
  stopping: AbortSignal,
  action: (signal: AbortSignal) => Promise<void>,
): Promise<TaskEnd> {
  if (!(await claimSlot(house, slot, holder))) return 'not_claimed';
  const lost = new AbortController();
  const letGo = keepClaim(house, slot, holder, lost);
  const signal = AbortSignal.any([stopping, lost.signal]);
  try {
    await action(signal);
    if (signal.aborted) {
      await releaseSlot(house, slot, holder);
      return 'stopped';
    }
    await finishSlot(house, slot, holder);
    return 'done';
  } catch (error) {
    // The claim stays until it runs out, so that a turn that always fails is not tried without pause.
    house.log.error({ err: error, ...slot }, 'a task failed');
    return 'failed';
  } finally {
    letGo();
  }
}
