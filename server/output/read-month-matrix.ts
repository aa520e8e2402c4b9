import type { MonthPeriod } from '../../shared/calendar/month.ts';
import { assembleMatrix, type MonthMatrix, type SourcedCount } from '../../shared/output/matrix.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { hotQuery } from '../database/hot-query.ts';
import { plainTables } from '../database/plain-tables.ts';

const selectCounts = hotQuery<SourcedCount, [from: string, to: string]>((db) =>
  plainTables(db)
    .selectFrom('output_month')
    .select(['month', 'kind', 'source', 'count'])
    .where('month', '>=', '')
    .where('month', '<=', '')
    .orderBy('month')
    .orderBy('kind')
    .orderBy('source')
    .compile(),
);

/** Output by month and kind, from items and monthly totals alike. */
export async function readMonthMatrix(
  database: OpenDatabase,
  period: MonthPeriod,
): Promise<MonthMatrix> {
  return assembleMatrix(period, await selectCounts(database, period.from, period.to));
}
