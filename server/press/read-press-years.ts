import { sql } from 'kysely';
import type { Channel } from '../../shared/press/channels.ts';
import type { House } from '../context.ts';
import { plainTables } from '../database/plain-tables.ts';
import { knownValue } from './read-monthly-value.ts';

/** A year of one channel, with how much of it comes from monthly totals; whole pesos without VAT. */
export interface PressYear {
  year: number;
  channel: Channel;
  count: number;
  valueCop: number | null;
  unvalued: number;
}

/** What the records and monthly totals of each year add up to, by year and channel. */
export async function readPressYears({ database }: Pick<House, 'database'>): Promise<PressYear[]> {
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
