import { sql } from 'kysely';
import type { Channel } from '../../shared/press/channels.ts';
import type { YearlyValueRow } from '../../shared/press/rows.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { plainTables } from '../database/plain-tables.ts';
import { headlineRecords, knownValue } from './read-monthly-value.ts';

const year = sql<string>`substr(month, 1, 4)`;

/**
 * What the records and monthly totals of each year add up to, by year and channel, of all tones,
 * and of the headline beside it.
 */
export async function readYearlyValue({ db }: OpenDatabase): Promise<YearlyValueRow[]> {
  const sums = await plainTables(db)
    .selectFrom('press_month')
    .select([
      year.as('year'),
      'channel',
      sql<number>`sum(count)`.as('count'),
      sql<number>`sum(value)`.as('value'),
      sql<number>`sum(unvalued)`.as('unvalued'),
    ])
    .groupBy([year, 'channel'])
    .orderBy(year)
    .orderBy('channel', 'desc')
    .execute();
  const headlines = await headlineRecords(db.withoutPlugins())
    .select([year.as('year'), 'channel'])
    .groupBy([year, 'channel'])
    .execute();
  const headlineOf = new Map(headlines.map((row) => [`${row.year} ${row.channel}`, row]));
  return sums.map(({ year: ofYear, channel, count, value, unvalued }) => {
    const headline = headlineOf.get(`${ofYear} ${channel}`);
    return {
      year: Number(ofYear),
      channel: channel as Channel,
      count,
      valueCop: knownValue({ count, value, unvalued }),
      unvalued,
      headlineCop: headline ? knownValue(headline) : null,
    };
  });
}
