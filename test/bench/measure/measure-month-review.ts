import { addMonths } from '../../../shared/calendar/month.ts';
import type { BenchServers } from '../open-servers.ts';
import type { LoadResult } from '../programs/drive-load.ts';
import type { RunningProgram } from '../running-program.ts';
import { firstYear, years } from '../sizes.ts';
import { addressOf } from '../trace-reads.ts';
import { compareServers, type Rounds, ratioOfP50, summarise } from './compare-servers.ts';

/** The review of a month beside a select of the rows that it looks at, behind bare Fastify. */
export interface MeasuredReview {
  product: LoadResult;
  sql: LoadResult;
  toSql: number;
}

/** Measures the review of every month in turn, each made anew. */
export async function measureMonthReview(
  servers: BenchServers,
  driver: RunningProgram,
  rounds: Rounds,
): Promise<MeasuredReview> {
  const months = Array.from({ length: years * 12 }, (_, index) =>
    addMonths(`${firstYear}-01`, (index * 37) % (years * 12)),
  );
  const { cookie, uncached, floor } = servers;
  const contestants = [
    {
      name: 'sql',
      port: floor.port,
      addresses: months.map((month) => `/rows-of-month?month=${month}`),
      cookie,
    },
    {
      name: 'product',
      port: uncached.port,
      addresses: months.map((month) => addressOf('press.readMonthReview', { month })),
      cookie,
    },
  ];
  const comparison = await compareServers(driver, contestants, 1, rounds);
  return {
    product: summarise(comparison.product ?? []),
    sql: summarise(comparison.sql ?? []),
    toSql: ratioOfP50(comparison, 'product', 'sql'),
  };
}
