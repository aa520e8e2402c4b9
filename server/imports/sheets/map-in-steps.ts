import { setImmediate as nextTurn } from 'node:timers/promises';

const itemsPerStep = 500;

/** Maps many items, giving way between steps to whatever else the process is asked. */
export async function mapInSteps<Item, Mapped>(
  items: readonly Item[],
  map: (item: Item, at: number) => Mapped,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % itemsPerStep === 0) await nextTurn();
    mapped.push(map(item, at));
  }
  return mapped;
}
