import type { OutputDimension } from '../../shared/output/matrix-by.ts';
import type { OutputState } from '../../shared/output/state.ts';
import { inParts } from '../database/many-records.ts';
import type { OutputItemTable } from '../database/output-schema.ts';
import type { Write } from '../transaction.ts';
import { refuseConfirmedMonths } from './months/refuse-confirmed-months.ts';

/** What of an item the roll-up counts by. */
export const countedColumns = [
  'month',
  'kind',
  'departmentId',
  'placeId',
  'responsible',
  'state',
] as const;

export type CountedItem = Pick<OutputItemTable, (typeof countedColumns)[number]>;

/** Where each dimension stands in an item. */
export const dimensionColumns: Record<OutputDimension, 'departmentId' | 'placeId' | 'responsible'> =
  { department: 'departmentId', place: 'placeId', responsible: 'responsible' };

const dimensions = Object.entries(dimensionColumns) as [
  OutputDimension,
  (typeof dimensionColumns)[OutputDimension],
][];

const dimensionNames = dimensions.map(([dimension]) => dimension);

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

const monthsOf = (shares: readonly Share[]) => [...new Set(shares.map(({ month }) => month))];

async function addDone({ db }: Write, shares: readonly Share[]): Promise<void> {
  for (const some of inParts(shares)) {
    await db
      .insertInto('outputMonthBy')
      .values(some.map(({ state: _, ...share }) => share))
      .onConflict((conflict) =>
        conflict.columns(['dimension', 'month', 'kind', 'value']).doUpdateSet(({ ref, eb }) => ({
          count: eb(ref('outputMonthBy.count'), '+', ref('excluded.count')),
        })),
      )
      .execute();
  }
  const months = monthsOf(shares.filter(({ count }) => count < 0));
  if (months.length === 0) return;
  await db
    .deleteFrom('outputMonthBy')
    .where('dimension', 'in', dimensionNames)
    .where('month', 'in', months)
    .where('count', '=', 0)
    .execute();
}

async function addNotDone({ db }: Write, shares: readonly Share[]): Promise<void> {
  for (const some of inParts(shares)) {
    await db
      .insertInto('outputMonthState')
      .values(some as (Share & { state: NotDone })[])
      .onConflict((conflict) =>
        conflict
          .columns(['dimension', 'state', 'month', 'kind', 'value'])
          .doUpdateSet(({ ref, eb }) => ({
            count: eb(ref('outputMonthState.count'), '+', ref('excluded.count')),
          })),
      )
      .execute();
  }
  const gone = shares.filter(({ count }) => count < 0);
  if (gone.length === 0) return;
  await db
    .deleteFrom('outputMonthState')
    .where('dimension', 'in', dimensionNames)
    .where('state', 'in', [...new Set(gone.map(({ state }) => state as NotDone))])
    .where('month', 'in', monthsOf(gone))
    .where('count', '=', 0)
    .execute();
}

async function addShares(write: Write, shares: readonly Share[]): Promise<void> {
  await addDone(
    write,
    shares.filter(({ state }) => state === 'done'),
  );
  await addNotDone(
    write,
    shares.filter(({ state }) => state !== 'done'),
  );
}

/** What an item was and is to the roll-ups; absent where they did not or do not count it. */
export interface MovedItem {
  was?: CountedItem | undefined;
  is?: CountedItem | undefined;
}

function staysCounted({ was, is }: MovedItem): boolean {
  return (
    was !== undefined && is !== undefined && countedColumns.every((name) => was[name] === is[name])
  );
}

/** Moves the roll-up by department, place and who made it from what items were to what they are. */
export async function moveItemsMonthBy(write: Write, moved: Iterable<MovedItem>): Promise<void> {
  const shares = new Shares();
  const months = new Set<string>();
  for (const item of moved) {
    if (staysCounted(item)) continue;
    const { was, is } = item;
    for (const one of [was, is]) if (one) months.add(one.month);
    if (was) shares.add(was, -1);
    if (is) shares.add(is, 1);
  }
  await refuseConfirmedMonths(write, months);
  await addShares(write, shares.list());
}
