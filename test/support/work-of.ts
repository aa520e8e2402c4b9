import { readdirSync, readFileSync } from 'node:fs';
import { spentBy } from '../../server/apart/process-use.ts';

/** What a thread started and runs, as the system writes it; nothing of one that ended meanwhile. */
function childrenOfThread(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ESRCH'].includes(code)) return '';
    throw error;
  }
}

/** The processes that another started and that run, by their ids. */
export function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    childrenOfThread(`/proc/${pid}/task/${task}/children`)
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
}

/** What some work came to, and what the processes that one started took for it. */
export interface WorkDone<Result> {
  result: Result;
  /** Of the processor; with their start, of those that were started for it. */
  seconds: number;
  residentMegabytes: number;
}

const lookedAtEachMilliseconds = 15;

/** Follows what the children of a process take for some work; what one takes as it ends is lost. */
export async function workOfChildren<Result>(
  pid: number,
  work: () => Promise<Result>,
): Promise<WorkDone<Result>> {
  const secondsNow = () =>
    new Map(childrenOf(pid).map((child) => [child, spentBy(child)?.cpuSeconds ?? 0]));
  const before = secondsNow();
  const after = new Map<number, number>();
  let residentMegabytes = 0;
  const look = () => {
    for (const [child, seconds] of secondsNow()) {
      after.set(child, Math.max(seconds, after.get(child) ?? 0));
      residentMegabytes = Math.max(residentMegabytes, spentBy(child)?.residentMegabytes ?? 0);
    }
  };
  const looking = setInterval(look, lookedAtEachMilliseconds);
  try {
    const result = await work();
    look();
    const spent = [...after].map(([child, seconds]) => seconds - (before.get(child) ?? 0));
    return { result, seconds: spent.reduce((sum, one) => sum + one, 0), residentMegabytes };
  } finally {
    clearInterval(looking);
  }
}
