import { type Kysely, sql } from 'kysely';
import type { MonthPeriod } from '../../shared/calendar/month.ts';
import { type Channel, channels } from '../../shared/press/channels.ts';
import { headlineTones } from '../../shared/press/headline.ts';
import type { MonthlyValue, MonthlyValueRow } from '../../shared/press/rows.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { hotQuery } from '../database/hot-query.ts';
import { plainTables } from '../database/plain-tables.ts';
import type { Tables } from '../database/schema.ts';

interface SummedMonth {
  month: string;
  channel: string;
  count: number;
  value: number;
  unvalued: number;
}

const sumMonths = hotQuery<SummedMonth, [from: string, to: string]>((db) =>
  plainTables(db)
    .selectFrom('press_month')
    .select(['month', 'channel'])
    .select([
      sql<number>`sum(count)`.as('count'),
      sql<number>`sum(value)`.as('value'),
      sql<number>`sum(unvalued)`.as('unvalued'),
    ])
    .where('month', '>=', '')
    .where('month', '<=', '')
    .groupBy(['month', 'channel'])
    .orderBy('month')
    .orderBy('channel', 'desc')
    .compile(),
);

/** The records of the headline, of any months; monthly totals have no tone and are not among them. */
export function headlineRecords(db: Kysely<Tables>) {
  return plainTables(db)
    .selectFrom('press_month_mix')
    .select([
      sql<number>`sum(count)`.as('count'),
      sql<number>`sum(value)`.as('value'),
      sql<number>`sum(case when grade = '' then count else 0 end)`.as('unvalued'),
    ])
    .where(sql<boolean>`tone in (${sql.join(headlineTones.map((tone) => sql.lit(tone)))})`);
}

const sumHeadlines = hotQuery<SummedMonth, [from: string, to: string]>((db) =>
  headlineRecords(db)
    .select(['month', 'channel'])
    .where('month', '>=', '')
    .where('month', '<=', '')
    .groupBy(['month', 'channel'])
    .orderBy('month')
    .orderBy('channel', 'desc')
    .compile(),
);

/** The value of what was counted; absent where none of it has one. */
export function knownValue(sum: { count: number; value: number; unvalued: number }): number | null {
  return sum.count > 0 && sum.count === sum.unvalued ? null : sum.value;
}

function monthRow({ month, channel, count, value, unvalued }: SummedMonth): MonthlyValueRow {
  return {
    month,
    channel: channel as Channel,
    count,
    valueCop: knownValue({ count, value, unvalued }),
    unvalued,
  };
}

function addUp(rows: readonly MonthlyValueRow[]): { count: number; valueCop: number | null } {
  let count = 0;
  let valueCop: number | null = null;
  for (const row of rows) {
    count += row.count;
    if (row.valueCop !== null) valueCop = (valueCop ?? 0) + row.valueCop;
  }
  return { count, valueCop };
}

function monthlyValue(sums: readonly SummedMonth[]): MonthlyValue {
  const rows = sums.map(monthRow);
  return {
    rows,
    totals: channels.map((channel) => ({
      channel,
      ...addUp(rows.filter((row) => row.channel === channel)),
    })),
    total: addUp(rows),
  };
}

/**
 * Appearances and their value by month and channel, of all tones, from records and monthly totals
 * alike; months without any have no row. Whole pesos, without VAT.
 */
export async function readMonthlyValue(
  database: OpenDatabase,
  { from, to }: MonthPeriod,
): Promise<MonthlyValue> {
  return monthlyValue(await sumMonths(database, from, to));
}

/** The same of the headline, which records alone have; months without any of it have no row. */
export async function readMonthlyHeadline(
  database: OpenDatabase,
  { from, to }: MonthPeriod,
): Promise<MonthlyValue> {
  return monthlyValue(await sumHeadlines(database, from, to));
}
