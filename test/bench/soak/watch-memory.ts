import { readFileSync } from 'node:fs';
import { setInterval as every } from 'node:timers/promises';
import { median } from '../measure/compare-servers.ts';
import type { KeptServer } from './kept-server.ts';

/** What the longest-lived process of a time kept, in megabytes of resident memory. */
export interface MemoryKept {
  minutes: number;
  /** Medians of the second and of the last fifth of its life. */
  early: number;
  late: number;
  /** Of all processes. */
  peak: number;
  /** The most that the server and the processes that it started kept together. */
  peakWithChildren: number;
}

function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return ((Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) || 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return listed.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Watches the memory of a server each half second until told to stop. */
export function watchMemory(server: KeptServer): { stop(): Promise<MemoryKept> } {
  const byProcess = new Map<number, number[]>();
  const stopping = new AbortController();
  let [peak, peakWithChildren] = [0, 0];
  const look = () => {
    const pid = server.process()?.process.pid;
    const resident = pid === undefined ? 0 : residentOf(pid);
    if (pid === undefined || resident === 0) return;
    const samples = byProcess.get(pid) ?? [];
    byProcess.set(pid, samples);
    samples.push(resident);
    const children = childrenOf(pid).reduce((sum, child) => sum + residentOf(child), 0);
    peak = Math.max(peak, resident);
    peakWithChildren = Math.max(peakWithChildren, resident + children);
  };
  const watching = (async () => {
    for await (const _ of every(500, undefined, { signal: stopping.signal })) look();
  })().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
  return {
    async stop() {
      stopping.abort();
      await watching;
      const lives = [...byProcess.values()].sort((one, other) => other.length - one.length);
      const longest = lives[0] ?? [];
      const fifth = (number: number) =>
        median(
          longest.slice(
            Math.floor((longest.length * (number - 1)) / 5),
            Math.max(1, Math.floor((longest.length * number) / 5)),
          ),
        );
      const minutes = longest.length / 120;
      return { minutes, early: fifth(2), late: fifth(5), peak, peakWithChildren };
    },
  };
}
