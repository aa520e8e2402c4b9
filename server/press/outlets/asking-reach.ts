import { createHash } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { OutletReach, ReachLine } from '../../../shared/press/outlet-reach.ts';
import type { ActorContext } from '../../context.ts';

/** What the outlets of one write would do to the appearances that they have, in their order. */
export type Reaching = OutletReach[];

function addLines(reaches: Reaching): ReachLine[] {
  const sums = new Map<string, ReachLine>();
  for (const line of reaches.flatMap(({ lines }) => lines)) {
    const key = `${line.channel} ${line.isCounted}`;
    const sum = sums.get(key) ?? structuredClone(line);
    if (sums.has(key)) {
      for (const side of ['before', 'after'] as const) {
        sum[side].count += line[side].count;
        sum[side].valueCop += line[side].valueCop;
      }
    }
    sums.set(key, sum);
  }
  return [...sums.values()];
}

const sortedOnce = (months: readonly string[]) => [...new Set(months)].sort();

/** What several outlets would do, as one question; absent where they would do nothing. */
export function joinReaches(reaches: Reaching): OutletReach | undefined {
  if (reaches.length === 0) return undefined;
  const add = (numberOf: (reach: OutletReach) => number) =>
    reaches.reduce((sum, reach) => sum + numberOf(reach), 0);
  const seals = createHash('sha256');
  for (const { seal } of reaches) seals.update(seal);
  return {
    outlets: reaches.flatMap(({ outlets }) => outlets),
    appearances: add(({ appearances }) => appearances),
    months: sortedOnce(reaches.flatMap(({ months }) => months)),
    lines: addLines(reaches),
    closedMonths: sortedOnce(reaches.flatMap(({ closedMonths }) => closedMonths)),
    closedAppearances: add(({ closedAppearances }) => closedAppearances),
    isTooLarge: reaches.some(({ isTooLarge }) => isTooLarge),
    seal: seals.digest('hex'),
  };
}

/**
 * Runs what may change outlets, within a write, and asks once for all of them whether the
 * appearances of open months follow; a write that is part of another leaves the asking to that one.
 * @throws {AltavozFailure} `outlet_reaches_back`, with what would change, where nobody answered or
 * the answer was to something else; nothing of the write is then stored.
 */
export async function askingReach<Result>(
  context: ActorContext,
  action: (within: ActorContext) => Promise<Result>,
): Promise<Result> {
  if (context.reaching) return action(context);
  const reaching: Reaching = [];
  const result = await action({ ...context, reaching });
  const asked = joinReaches(reaching);
  const { reach: answer } = context;
  const isAnswered = answer?.seal === asked?.seal && !(answer?.follows && asked?.isTooLarge);
  if (asked && !isAnswered) throw new AltavozFailure({ code: 'outlet_reaches_back', ...asked });
  return result;
}
