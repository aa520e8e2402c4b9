import { sql } from 'kysely';
import type { House } from '../context.ts';
import { plainTables } from '../database/plain-tables.ts';

/** A month of a channel by one source, as kept and as its records add up now. */
export interface PressRollupDifference {
  month: string;
  channel: string;
  source: string;
  kept: string | null;
  counted: string | null;
}

interface Sum {
  month: string;
  channel: string;
  source: string;
  count: number;
  value: number;
  unvalued: number;
}

const keyOf = ({ month, channel, source }: Sum) => `${month} ${channel} ${source}`;
const figuresOf = ({ count, value, unvalued }: Sum) =>
  `count ${count}, value ${value}, unvalued ${unvalued}`;

async function countRecords({ database }: Pick<House, 'database'>): Promise<Sum[]> {
  const db = plainTables(database.db);
  const records = await db
    .selectFrom('clipping')
    .select(['month', 'channel', sql<string>`'records'`.as('source')])
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(value_cop), 0)`.as('value'),
      sql<number>`count(case when standing = 'unvalued' then 1 end)`.as('unvalued'),
    ])
    .where('deleted_at', 'is', null)
    .where('standing', '!=', 'not_counted')
    .groupBy(['month', 'channel'])
    .execute();
  const tallies = await db
    .selectFrom('press_tally')
    .select(['month', 'channel', sql<string>`'tally'`.as('source'), 'count'])
    .select([
      sql<number>`coalesce(value_cop, 0)`.as('value'),
      sql<number>`case when value_cop is null then count else 0 end`.as('unvalued'),
    ])
    .where('deleted_at', 'is', null)
    .execute();
  return [...records, ...tallies];
}

/** Counts every appearance and monthly total again; returns the months whose roll-up says otherwise. */
export async function checkPressRollup(
  house: Pick<House, 'database'>,
): Promise<PressRollupDifference[]> {
  const kept = await plainTables(house.database.db).selectFrom('press_month').selectAll().execute();
  const keptByKey = new Map(kept.map((row) => [keyOf(row), row]));
  const countedByKey = new Map((await countRecords(house)).map((row) => [keyOf(row), row]));
  const all = new Map<string, Sum>([...keptByKey, ...countedByKey]);
  return [...all].flatMap(([key, { month, channel, source }]) => {
    const [was, is] = [keptByKey.get(key), countedByKey.get(key)];
    const [keptFigures, counted] = [was ? figuresOf(was) : null, is ? figuresOf(is) : null];
    if (keptFigures === counted) return [];
    return [{ month, channel, source, kept: keptFigures, counted }];
  });
}
