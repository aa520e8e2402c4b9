import { sql } from 'kysely';
import { outputDimensions } from '../../shared/output/matrix-by.ts';
import type { ProductionOfKind } from '../../shared/output/months/production.ts';
import type { House } from '../context.ts';
import { plainTables } from '../database/plain-tables.ts';
import { dimensionColumns } from './output-month-by.ts';

/** What a roll-up keeps of a month and kind. */
interface KeptCount {
  month: string;
  kind: string;
  /** `records`, `tally`, or what else records are counted by with its value: `place 7f0c…`. */
  source: string;
  count: number;
}

/** A month of a kind by one source, as kept and as its records add up now; absent where there is none. */
export interface OutputRollupDifference extends Omit<KeptCount, 'count'> {
  kept: number | null;
  counted: number | null;
}

const keyOf = ({ month, kind, source }: KeptCount) => `${month} ${kind} ${source}`;

/** What a confirmed month has none of, which it keeps as 0. */
async function countNone({ database }: Pick<House, 'database'>): Promise<KeptCount[]> {
  const revisions = await database.db
    .selectFrom('outputConfirmation')
    .select(['month', 'action', 'frozen'])
    .orderBy('revision')
    .execute();
  const last = new Map(revisions.map((row) => [row.month, row]));
  return [...last.values()].flatMap(({ month, action, frozen }) => {
    if (action !== 'confirm') return [];
    const totals = JSON.parse(frozen ?? '[]') as ProductionOfKind[];
    return totals
      .filter(({ done, tally }) => done === 0 && tally === null)
      .map(({ kind }) => ({ month, kind, source: 'records', count: 0 }));
  });
}

async function countRecords({ database }: Pick<House, 'database'>): Promise<KeptCount[]> {
  const db = plainTables(database.db);
  const items = await db
    .selectFrom('output_item')
    .select(['month', 'kind', sql<number>`count(*)`.as('count')])
    .where('deleted_at', 'is', null)
    .where('state', '=', 'done')
    .groupBy(['month', 'kind'])
    .execute();
  const tallies = await db
    .selectFrom('output_tally')
    .select(['month', 'kind', 'count'])
    .where('deleted_at', 'is', null)
    .execute();
  return [
    ...items.map((row) => ({ ...row, source: 'records' as const })),
    ...tallies.map((row) => ({ ...row, source: 'tally' as const })),
  ];
}

/** How a roll-up is told that counts what is not done. */
const stated = (dimension: string, state: string) =>
  state === 'done' ? dimension : `${state} ${dimension}`;

/** The records of each month and kind by what else they say, counted again. */
async function countBy({ database }: Pick<House, 'database'>): Promise<KeptCount[]> {
  const counts: KeptCount[] = [];
  for (const dimension of outputDimensions) {
    const column = dimensionColumns[dimension];
    const rows = await database.db
      .selectFrom('outputItem')
      .select(['month', 'kind', 'state', column])
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('deletedAt', 'is', null)
      .groupBy(['month', 'kind', 'state', column])
      .execute();
    for (const { month, kind, state, count, ...row } of rows) {
      const source = `${stated(dimension, state)} ${row[column] ?? ''}`;
      counts.push({ month, kind, source, count });
    }
  }
  return counts;
}

/** What the roll-ups keep. */
async function readKept({ database }: Pick<House, 'database'>): Promise<KeptCount[]> {
  const months = await database.db.selectFrom('outputMonth').selectAll().execute();
  const by = await database.db.selectFrom('outputMonthBy').selectAll().execute();
  const notDone = await database.db.selectFrom('outputMonthState').selectAll().execute();
  return [
    ...months,
    ...by.map(({ dimension, value, ...row }) => ({ ...row, source: `${dimension} ${value}` })),
    ...notDone.map(({ dimension, state, value, ...row }) => ({
      ...row,
      source: `${stated(dimension, state)} ${value}`,
    })),
  ];
}

/** Counts every item and monthly total again; returns the months whose roll-ups say otherwise. */
export async function checkOutputRollup(
  house: Pick<House, 'database'>,
): Promise<OutputRollupDifference[]> {
  const kept = await readKept(house);
  const counted = [
    ...(await countRecords(house)),
    ...(await countBy(house)),
    ...(await countNone(house)),
  ];
  const keptByKey = new Map(kept.map((row) => [keyOf(row), row]));
  const countedByKey = new Map(counted.map((row) => [keyOf(row), row]));
  const all = new Map<string, KeptCount>([...keptByKey, ...countedByKey]);
  return [...all].flatMap(([key, { month, kind, source }]) => {
    const was = keptByKey.get(key)?.count ?? null;
    const is = countedByKey.get(key)?.count ?? null;
    return was === is ? [] : [{ month, kind, source, kept: was, counted: is }];
  });
}
