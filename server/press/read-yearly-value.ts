import { sql } from 'kysely';
import type { Channel } from '../../shared/press/channels.ts';
import type { YearlyValueRow } from '../../shared/press/rows.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { plainTables } from '../database/plain-tables.ts';
import { knownValue } from './read-monthly-value.ts';

/** What the records and monthly totals of each year add up to, by year and channel. */
export async function readYearlyValue(database: OpenDatabase): Promise<YearlyValueRow[]> {
  const sums = await plainTables(database.db)
    .selectFrom('press_month')
    .select([
      sql<string>`substr(month, 1, 4)`.as('year'),
      'channel',
      sql<number>`sum(count)`.as('count'),
      sql<number>`sum(value)`.as('value'),
      sql<number>`sum(unvalued)`.as('unvalued'),
    ])
    .groupBy([sql`substr(month, 1, 4)`, 'channel'])
    .orderBy(sql`substr(month, 1, 4)`)
    .orderBy('channel', 'desc')
    .execute();
  return sums.map(({ year, channel, count, value, unvalued }) => ({
    year: Number(year),
    channel: channel as Channel,
    count,
    valueCop: knownValue({ count, value, unvalued }),
    unvalued,
  }));
}
