import { type CountedPart, requireChoiceOverTotals } from '../both-counted.ts';
import { inParts } from '../database/many-records.ts';
import type { OutputItemTable, OutputTallyTable } from '../database/output-schema.ts';
import type { Write } from '../transaction.ts';
import { refuseConfirmedMonths } from './months/refuse-confirmed-months.ts';
import { outputCounting } from './output-counting.ts';
import { type CountedItem, type MovedItem, moveItemsMonthBy } from './output-month-by.ts';

/** Adds to the roll-up, in the write that stores the items; a month left without any goes. */
async function addToOutputMonth(write: Write, given: readonly CountedPart[]): Promise<void> {
  const shares = given.filter(({ count }) => count !== 0);
  await requireChoiceOverTotals(write, outputCounting, shares);
  for (const some of inParts(shares)) {
    await write.db
      .insertInto('outputMonth')
      .values(some.map(({ month, kind, count }) => ({ month, kind, source: 'records', count })))
      .onConflict((conflict) =>
        conflict.columns(['month', 'kind', 'source']).doUpdateSet(({ ref, eb }) => ({
          count: eb(ref('outputMonth.count'), '+', ref('excluded.count')),
        })),
      )
      .execute();
  }
  const gone = shares.filter(({ count }) => count < 0).map(({ month }) => month);
  if (gone.length === 0) return;
  await write.db
    .deleteFrom('outputMonth')
    .where('month', 'in', [...new Set(gone)])
    .where('source', '=', 'records')
    .where('count', '=', 0)
    .execute();
}

/** What items that happened take from and give to each month and kind. */
function countByMonth(moved: Iterable<MovedItem>): CountedPart[] {
  const shares = new Map<string, CountedPart>();
  function add(item: CountedItem | undefined, count: number): void {
    if (item?.state !== 'done') return;
    const { month, kind } = item;
    const key = `${month} ${kind}`;
    const share = shares.get(key);
    if (share) share.count += count;
    else shares.set(key, { month, kind, count });
  }
  for (const { was, is } of moved) {
    add(was, -1);
    add(is, 1);
  }
  return [...shares.values()];
}

/** Moves the roll-ups from what items were to what they are. */
export async function moveItemsMonths(write: Write, moved: readonly MovedItem[]): Promise<void> {
  await moveItemsMonthBy(write, moved);
  await addToOutputMonth(write, countByMonth(moved));
}

/** An item as it stands, removed or not. */
export type CountedRecord = CountedItem & Pick<OutputItemTable, 'deletedAt'>;

/** Moves the roll-ups from what an item was, if anything, to what it is. */
export function moveItemMonth(
  write: Write,
  before: CountedRecord | undefined,
  after: CountedRecord,
): Promise<void> {
  const was = before && before.deletedAt === null ? before : undefined;
  const is = after.deletedAt === null ? after : undefined;
  return moveItemsMonths(write, [{ was, is }]);
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
