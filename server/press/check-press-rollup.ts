import { sql } from 'kysely';
import type { House } from '../context.ts';
import { plainTables } from '../database/plain-tables.ts';

/** A month of a channel by one source, as kept and as its records add up now. */
export interface PressRollupDifference {
  month: string;
  channel: string;
  /** `records` or `tally`; of the roll-up by tone, grade and contract, those three. */
  source: string;
  kept: string | null;
  counted: string | null;
}

type Database = Pick<House, 'database'>;

interface Sum {
  month: string;
  channel: string;
  source: string;
  /** What is kept of it, in words that are compared. */
  figures: string;
}

const keyOf = ({ month, channel, source }: Sum) => `${month} ${channel} ${source}`;

type MonthRow = Omit<Sum, 'figures'> & { count: number; value: number; unvalued: number };

const ofMonth = ({ count, value, unvalued, ...row }: MonthRow): Sum => ({
  ...row,
  figures: `count ${count}, value ${value}, unvalued ${unvalued}`,
});

type MixRow = Omit<Sum, 'figures' | 'source'> & {
  tone: string;
  grade: string;
  under_contract: number;
  count: number;
  value: number;
  with_vat: number;
};

const ofMix = ({ month, channel, tone, grade, under_contract, ...row }: MixRow): Sum => ({
  month,
  channel,
  source: `tone ${tone || 'none'}, grade ${grade || 'none'}, contract ${under_contract}`,
  figures: `count ${row.count}, value ${row.value}, with VAT ${row.with_vat}`,
});

function countedClippings({ database }: Database) {
  return plainTables(database.db)
    .selectFrom('clipping')
    .where('deleted_at', 'is', null)
    .where('standing', '!=', 'not_counted');
}

async function countMonths(house: Database): Promise<Sum[]> {
  const records = await countedClippings(house)
    .select(['month', 'channel', sql<string>`'records'`.as('source')])
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(value_cop), 0)`.as('value'),
      sql<number>`count(case when standing = 'unvalued' then 1 end)`.as('unvalued'),
    ])
    .groupBy(['month', 'channel'])
    .execute();
  const tallies = await plainTables(house.database.db)
    .selectFrom('press_tally')
    .select(['month', 'channel', sql<string>`'tally'`.as('source'), 'count'])
    .select([
      sql<number>`coalesce(value_cop, 0)`.as('value'),
      sql<number>`case when value_cop is null then count else 0 end`.as('unvalued'),
    ])
    .where('deleted_at', 'is', null)
    .execute();
  return [...records, ...tallies].map(ofMonth);
}

async function countMix(house: Database): Promise<Sum[]> {
  const rows = await countedClippings(house)
    .select(['month', 'channel', 'under_contract'])
    .select([
      sql<string>`coalesce(tone, '')`.as('tone'),
      sql<string>`coalesce(grade, '')`.as('grade'),
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(value_cop), 0)`.as('value'),
      sql<number>`coalesce(sum(value_with_vat_cop), 0)`.as('with_vat'),
    ])
    .groupBy(['month', 'channel', 'under_contract'])
    .groupBy([sql`coalesce(tone, '')`, sql`coalesce(grade, '')`])
    .execute();
  return rows.map(ofMix);
}

/** Counts every appearance and monthly total again; returns the months whose roll-ups say otherwise. */
export async function checkPressRollup(house: Database): Promise<PressRollupDifference[]> {
  const db = plainTables(house.database.db);
  const months = await db.selectFrom('press_month').selectAll().execute();
  const mix = await db.selectFrom('press_month_mix').selectAll().execute();
  const kept = new Map([...months.map(ofMonth), ...mix.map(ofMix)].map((sum) => [keyOf(sum), sum]));
  const again = [...(await countMonths(house)), ...(await countMix(house))];
  const counted = new Map(again.map((sum) => [keyOf(sum), sum]));
  return [...new Map([...kept, ...counted])].flatMap(([key, { month, channel, source }]) => {
    const [was, is] = [kept.get(key)?.figures ?? null, counted.get(key)?.figures ?? null];
    return was === is ? [] : [{ month, channel, source, kept: was, counted: is }];
  });
}
