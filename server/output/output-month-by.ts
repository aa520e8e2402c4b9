import type { OutputDimension } from '../../shared/output/matrix-by.ts';
import type { OutputState } from '../../shared/output/state.ts';
import type { OutputItemTable } from '../database/output-schema.ts';
import type { Write } from '../transaction.ts';
import { refuseConfirmedMonths } from './months/refuse-confirmed-months.ts';

/** What of an item the roll-up counts by. */
export type CountedItem = Pick<
  OutputItemTable,
  'month' | 'kind' | 'departmentId' | 'placeId' | 'responsible' | 'state'
>;

/** Where each dimension stands in an item. */
export const dimensionColumns: Record<OutputDimension, 'departmentId' | 'placeId' | 'responsible'> =
  { department: 'departmentId', place: 'placeId', responsible: 'responsible' };

const dimensions = Object.entries(dimensionColumns) as [
  OutputDimension,
  (typeof dimensionColumns)[OutputDimension],
][];

interface Share {
  dimension: OutputDimension;
  state: OutputState;
  month: string;
  kind: string;
  value: string;
  count: number;
}

/** Collects what is added to the roll-up, so that what is added and taken away of the same comes to nothing. */
class Shares {
  private readonly shares = new Map<string, Share>();

  add(item: CountedItem, count: number): void {
    const { month, kind, state } = item;
    for (const [dimension, column] of dimensions) {
      const value = item[column] ?? '';
      // Only the last of them may hold a space.
      const key = `${dimension} ${state} ${month} ${kind} ${value}`;
      const share = this.shares.get(key);
      if (share) share.count += count;
      else this.shares.set(key, { dimension, state, month, kind, value, count });
    }
  }

  list(): Share[] {
    return [...this.shares.values()].filter(({ count }) => count !== 0);
  }
}

type NotDone = Exclude<OutputState, 'done'>;

/** So many shares go into one statement. */
const atATime = 150;

async function addDone({ db }: Write, shares: readonly Share[]): Promise<void> {
  for (let start = 0; start < shares.length; start += atATime) {
    await db
      .insertInto('outputMonthBy')
      .values(shares.slice(start, start + atATime).map(({ state: _, ...share }) => share))
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

async function addNotDone({ db }: Write, shares: readonly Share[]): Promise<void> {
  for (let start = 0; start < shares.length; start += atATime) {
    await db
      .insertInto('outputMonthState')
      .values(shares.slice(start, start + atATime) as (Share & { state: NotDone })[])
      .onConflict((conflict) =>
        conflict
          .columns(['dimension', 'state', 'month', 'kind', 'value'])
          .doUpdateSet(({ ref, eb }) => ({
            count: eb(ref('outputMonthState.count'), '+', ref('excluded.count')),
          })),
      )
      .execute();
  }
  for (const { dimension, state, month, kind, value } of shares.filter(({ count }) => count < 0)) {
    await db
      .deleteFrom('outputMonthState')
      .where('dimension', '=', dimension)
      .where('state', '=', state as NotDone)
      .where('month', '=', month)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .where('count', '=', 0)
      .execute();
  }
}

async function addShares(write: Write, shares: readonly Share[]): Promise<void> {
  await refuseConfirmedMonths(
    write,
    shares.map(({ month }) => month),
  );
  await addDone(
    write,
    shares.filter(({ state }) => state === 'done'),
  );
  await addNotDone(
    write,
    shares.filter(({ state }) => state !== 'done'),
  );
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
