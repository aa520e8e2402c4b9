import { sql } from 'kysely';
import type { MonthPeriod } from '../../shared/calendar/month.ts';
import { type Channel, channels } from '../../shared/press/channels.ts';
import type { MonthlyValue, MonthlyValueRow } from '../../shared/press/rows.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { hotQuery } from '../database/hot-query.ts';
import { plainTables } from '../database/plain-tables.ts';

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

/**
 * Appearances and their value by month and channel, from records and monthly totals alike;
 * months without any have no row. Whole pesos, without VAT.
 */
export async function readMonthlyValue(
  database: OpenDatabase,
  period: MonthPeriod,
): Promise<MonthlyValue> {
  const sums = await sumMonths(database, period.from, period.to);
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
