import type { OutputDimension } from '../../shared/output/matrix-by.ts';
import type { OutputItemTable } from '../database/output-schema.ts';
import type { Write } from '../transaction.ts';

/** What of an item the roll-up counts by. */
export type CountedItem = Pick<
  OutputItemTable,
  'month' | 'kind' | 'departmentId' | 'placeId' | 'responsible'
>;

/** Where each dimension stands in an item. */
export const dimensionColumns: Record<OutputDimension, 'departmentId' | 'placeId' | 'responsible'> =
  { department: 'departmentId', place: 'placeId', responsible: 'responsible' };

interface Share {
  dimension: OutputDimension;
  month: string;
  kind: string;
  value: string;
  count: number;
}

/** Collects what is added to the roll-up, so that what is added and taken away of the same comes to nothing. */
class Shares {
  private readonly shares = new Map<string, Share>();

  add(item: CountedItem, count: number): void {
    for (const [name, column] of Object.entries(dimensionColumns)) {
      const dimension = name as OutputDimension;
      const { month, kind } = item;
      const value = item[column] ?? '';
      const key = JSON.stringify([dimension, month, kind, value]);
      const share = this.shares.get(key);
      if (share) share.count += count;
      else this.shares.set(key, { dimension, month, kind, value, count });
    }
  }

  list(): Share[] {
    return [...this.shares.values()].filter(({ count }) => count !== 0);
  }
}

/** So many shares go into one statement. */
const atATime = 150;

async function addShares({ db }: Write, shares: readonly Share[]): Promise<void> {
  for (let start = 0; start < shares.length; start += atATime) {
    await db
      .insertInto('outputMonthBy')
      .values(shares.slice(start, start + atATime))
      .onConflict((conflict) =>
        conflict.columns(['dimension', 'month', 'kind', 'value']).doUpdateSet(({ ref, eb }) => ({
          count: eb(ref('outputMonthBy.count'), '+', ref('excluded.count')),
        })),
      )
      .execute();
  }
  for (const { dimension, month, kind, value } of shares.filter(({ count }) => count < 0)) {
    await db
      .deleteFrom('outputMonthBy')
      .where('dimension', '=', dimension)
      .where('month', '=', month)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .where('count', '=', 0)
      .execute();
  }
}

/** Moves the roll-up by department, place and who made it from what an item was to what it is. */
export async function moveItemMonthBy(
  write: Write,
  was: CountedItem | undefined,
  is: CountedItem | undefined,
): Promise<void> {
  const shares = new Shares();
  if (was) shares.add(was, -1);
  if (is) shares.add(is, 1);
  await addShares(write, shares.list());
}

/** Adds many items to the roll-up by department, place and who made it. */
export async function addItemsToMonthsBy(
  write: Write,
  items: Iterable<CountedItem>,
): Promise<void> {
  const shares = new Shares();
  for (const item of items) shares.add(item, 1);
  await addShares(write, shares.list());
}
