import { type CountedPart, requireChoiceOverTotals } from '../both-counted.ts';
import type { OutputItemTable, OutputTallyTable } from '../database/output-schema.ts';
import type { Write } from '../transaction.ts';
import { refuseConfirmedMonths } from './months/refuse-confirmed-months.ts';
import { outputCounting } from './output-counting.ts';
import { addItemsToMonthsBy, type CountedItem, moveItemMonthBy } from './output-month-by.ts';

/** Adds to the roll-up, in the write that stores the items; a month left without any goes. */
async function addToOutputMonth(write: Write, shares: readonly CountedPart[]): Promise<void> {
  await requireChoiceOverTotals(write, outputCounting, shares);
  for (const { month, kind, count } of shares) {
    if (count === 0) continue;
    await write.db
      .insertInto('outputMonth')
      .values({ month, kind, source: 'records', count })
      .onConflict((conflict) =>
        conflict.columns(['month', 'kind', 'source']).doUpdateSet((set) => ({
          count: set('outputMonth.count', '+', count),
        })),
      )
      .execute();
    if (count > 0) continue;
    await write.db
      .deleteFrom('outputMonth')
      .where('month', '=', month)
      .where('kind', '=', kind)
      .where('source', '=', 'records')
      .where('count', '=', 0)
      .execute();
  }
}

/** How many items there are of each month and kind. */
function countByMonth(items: Iterable<{ month: string; kind: string }>): CountedPart[] {
  const shares = new Map<string, CountedPart>();
  for (const { month, kind } of items) {
    const key = `${month} ${kind}`;
    const share = shares.get(key);
    if (share) share.count += 1;
    else shares.set(key, { month, kind, count: 1 });
  }
  return [...shares.values()];
}

type Item = CountedItem & Pick<OutputItemTable, 'deletedAt'>;

/** Adds new items to the roll-ups. */
export async function addItemsToMonths(write: Write, items: readonly CountedItem[]): Promise<void> {
  await addItemsToMonthsBy(write, items);
  await addToOutputMonth(write, countByMonth(items.filter(({ state }) => state === 'done')));
}

/** Moves the roll-ups from what an item was to what it is. */
export async function moveItemMonth(
  write: Write,
  before: Item | undefined,
  after: Item,
): Promise<void> {
  const was = before && before.deletedAt === null ? before : undefined;
  const is = after.deletedAt === null ? after : undefined;
  await moveItemMonthBy(write, was, is);
  const wasCounted = was?.state === 'done' ? was : undefined;
  const isCounted = is?.state === 'done' ? is : undefined;
  if (
    wasCounted &&
    isCounted &&
    wasCounted.month === isCounted.month &&
    wasCounted.kind === isCounted.kind
  ) {
    return;
  }
  const shares: CountedPart[] = [];
  if (wasCounted) shares.push({ month: wasCounted.month, kind: wasCounted.kind, count: -1 });
  if (isCounted) shares.push({ month: isCounted.month, kind: isCounted.kind, count: 1 });
  await addToOutputMonth(write, shares);
}

type Tally = Pick<OutputTallyTable, 'month' | 'kind' | 'count' | 'deletedAt'>;

/** Replaces what a monthly total adds by what it adds now; a total of 0 is kept, as 0. */
export async function moveTallyMonth(
  write: Write,
  before: Tally | undefined,
  after: Tally,
): Promise<void> {
  const changed = [before, after].filter((tally) => tally?.deletedAt === null);
  await refuseConfirmedMonths(
    write,
    changed.flatMap((tally) => (tally ? [tally.month] : [])),
  );
  if (before && before.deletedAt === null) {
    await write.db
      .deleteFrom('outputMonth')
      .where('month', '=', before.month)
      .where('kind', '=', before.kind)
      .where('source', '=', 'tally')
      .execute();
  }
  if (after.deletedAt !== null) return;
  const { month, kind, count } = after;
  await write.db
    .insertInto('outputMonth')
    .values({ month, kind, source: 'tally', count })
    .execute();
}
