import { letOthersIn } from './let-others-in.ts';

/** Some microseconds each: looking at the time before each would cost as much. */
const itemsBetweenLooks = 8;

/** Maps many items, giving way meanwhile to whatever else the process is asked. */
export async function mapInSteps<Item, Mapped>(
  items: readonly Item[],
  map: (item: Item, at: number) => Mapped,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  let at = 0;
  for (const item of items) {
    const others = at % itemsBetweenLooks === 0 ? letOthersIn() : undefined;
    if (others) await others;
    mapped.push(map(item, at));
    at += 1;
  }
  return mapped;
}
