import { sql } from 'kysely';
import type { SourcedCount } from '../../shared/output/matrix.ts';
import type { House } from '../context.ts';
import { plainTables } from '../database/plain-tables.ts';

/** A month of a kind by one source, as kept and as its records add up now; absent where there is none. */
export interface OutputRollupDifference {
  month: string;
  kind: string;
  source: string;
  kept: number | null;
  counted: number | null;
}

const keyOf = ({ month, kind, source }: SourcedCount) => `${month} ${kind} ${source}`;

async function countRecords({ database }: Pick<House, 'database'>): Promise<SourcedCount[]> {
  const db = plainTables(database.db);
  const items = await db
    .selectFrom('output_item')
    .select(['month', 'kind', sql<number>`count(*)`.as('count')])
    .where('deleted_at', 'is', null)
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

/** Counts every item and monthly total again; returns the months whose roll-up says otherwise. */
export async function checkOutputRollup(
  house: Pick<House, 'database'>,
): Promise<OutputRollupDifference[]> {
  const kept = await plainTables(house.database.db)
    .selectFrom('output_month')
    .selectAll()
    .execute();
  const keptByKey = new Map(kept.map((row) => [keyOf(row), row]));
  const countedByKey = new Map((await countRecords(house)).map((row) => [keyOf(row), row]));
  const all = new Map<string, SourcedCount>([...keptByKey, ...countedByKey]);
  return [...all].flatMap(([key, { month, kind, source }]) => {
    const was = keptByKey.get(key)?.count ?? null;
    const is = countedByKey.get(key)?.count ?? null;
    return was === is ? [] : [{ month, kind, source, kept: was, counted: is }];
  });
}
