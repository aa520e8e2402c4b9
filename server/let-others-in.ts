import { setImmediate as nextTurn } from 'node:timers/promises';

/** A cheap read that comes in meanwhile waits so long, or little longer. */
const longestMs = 2;

let began: number | undefined;

/**
 * Whether this turn of the event loop has gone on for so long that others should have theirs. It
 * is counted from the first time that somebody asks in it.
 */
function isLong(): boolean {
  const now = performance.now();
  if (began === undefined) {
    began = now;
    setImmediate(() => {
      began = undefined;
    });
  }
  return now - began >= longestMs;
}

/**
 * What long work calls between its pieces, each of them well under a millisecond: something to
 * wait for when other requests should be looked at first, else nothing.
 */
export function letOthersIn(): Promise<void> | undefined {
  return isLong() ? nextTurn() : undefined;
}
