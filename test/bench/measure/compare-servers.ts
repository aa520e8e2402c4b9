import type { LoadOrder, LoadResult } from '../programs/drive-load.ts';
import type { RunningProgram } from '../running-program.ts';

/** A server to ask, and what to ask of it. */
export interface Contestant {
  name: string;
  port: number;
  addresses: string[];
  cookie: string;
}

/** How long and how often each contestant is asked. */
export interface Rounds {
  count: number;
  milliseconds: number;
}

/** The rounds of each contestant, by name, in the order they were run. */
export type Comparison = Record<string, LoadResult[]>;

/** Has the load driver do one order. */
function give(driver: RunningProgram, order: LoadOrder): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    driver.process.once('message', (answer: { result?: LoadResult; error?: string }) =>
      answer.result ? resolve(answer.result) : reject(new Error(answer.error)),
    );
    driver.process.send(order, (error) => error && reject(error));
  });
}

/**
 * Asks the contestants in turn, many short rounds each, so that what else the machine does at a
 * time weighs on all of them. A first, longer round of each warms up and is not counted.
 */
export async function compareServers(
  driver: RunningProgram,
  contestants: readonly Contestant[],
  connections: number,
  rounds: Rounds,
): Promise<Comparison> {
  const comparison: Comparison = Object.fromEntries(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds.count; round++) {
    for (const { name, ...asked } of contestants) {
      const milliseconds = rounds.milliseconds * (round === 0 ? 3 : 1);
      const result = await give(driver, { ...asked, connections, milliseconds });
      if (round > 0) comparison[name]?.push(result);
    }
  }
  return comparison;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median over the rounds of each figure. */
export function summarise(rounds: readonly LoadResult[]): LoadResult {
  const of = (figure: keyof LoadResult) => median(rounds.map((round) => round[figure]));
  return { p50: of('p50'), p99: of('p99'), perSecond: of('perSecond'), answers: of('answers') };
}

/** The median over the rounds of how many times the p50 of one is that of another beside it. */
export function ratioOfP50(comparison: Comparison, name: string, floor: string): number {
  const floors = comparison[floor] ?? [];
  return median(
    (comparison[name] ?? []).map(({ p50 }, round) => p50 / (floors[round]?.p50 ?? Number.NaN)),
  );
}
