import { setImmediate as nextTick, setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../server/context.ts';
import { type Cost, takeTurn } from '../../server/http/costly.ts';

const costs: readonly Cost[] = ['read', 'file', 'write', 'export', 'web', 'upload'];

/** More than anybody has working and waiting of any cost. */
const many = 60;

/** Has somebody work and wait as much as one may, at every cost; gives the way back. */
export async function fillLines(
  caller: Pick<Context, 'actor' | 'address'>,
): Promise<() => Promise<void>> {
  const held: (() => void)[] = [];
  for (const cost of costs) {
    for (let at = 0; at < many; at += 1) {
      takeTurn(cost, caller).then(
        (release) => held.push(release),
        () => undefined,
      );
    }
  }
  await nextTick();
  return async () => {
    for (let at = 0; at < many; at += 1) {
      for (const release of held.splice(0)) release();
      // A turn begins some rounds of the loop after the one before.
      await wait(4);
    }
  };
}
