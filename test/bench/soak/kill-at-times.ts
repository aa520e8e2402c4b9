import { setTimeout as wait } from 'node:timers/promises';
import type { KeptServer } from './kept-server.ts';

/** Kills a server so many times within some milliseconds, at moments that nobody chose; gives how often it did. */
export async function killAtTimes(
  server: KeptServer,
  times: number,
  within: number,
): Promise<number> {
  const moments = Array.from({ length: times }, () => Math.random() * within).sort((a, b) => a - b);
  const from = performance.now();
  let killed = 0;
  for (const moment of moments) {
    await wait(Math.max(0, from + moment - performance.now()));
    // Where two moments fall together, the second waits for a process to kill.
    while (!server.kill()) await wait(10);
    killed += 1;
  }
  await wait(Math.max(0, from + within - performance.now()));
  return killed;
}
