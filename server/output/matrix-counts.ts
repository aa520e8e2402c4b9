import { sql } from 'kysely';
import type { MatrixAsked, OutputDimension, RowCount } from '../../shared/output/matrix-by.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { hotQuery } from '../database/hot-query.ts';
import { plainTables } from '../database/plain-tables.ts';

const selectKinds = hotQuery<RowCount, [from: string, to: string]>((db) =>
  plainTables(db)
    .selectFrom('output_month')
    .select(['month', 'kind as row', 'source', 'count'])
    .where('month', '>=', '')
    .where('month', '<=', '')
    .orderBy('month')
    .orderBy('kind')
    .orderBy('source')
    .compile(),
);

const selectValues = hotQuery<RowCount, [dimension: string, from: string, to: string]>((db) =>
  plainTables(db)
    .selectFrom('output_month_by')
    .select(['month', 'value as row', sql<number>`cast(sum(count) as integer)`.as('count')])
    .where('dimension', '=', '' as OutputDimension)
    .where('month', '>=', '')
    .where('month', '<=', '')
    .groupBy(['month', 'value'])
    .orderBy('month')
    .orderBy('value')
    .compile(),
);

const selectValuesOfKind = hotQuery<
  RowCount,
  [dimension: string, from: string, to: string, kind: string]
>((db) =>
  plainTables(db)
    .selectFrom('output_month_by')
    .select(['month', 'value as row', 'count'])
    .where('dimension', '=', '' as OutputDimension)
    .where('month', '>=', '')
    .where('month', '<=', '')
    .where('kind', '=', '')
    .orderBy('month')
    .orderBy('value')
    .compile(),
);

/** What was counted of a period, by month and row. */
export async function selectCounts(
  database: OpenDatabase,
  { rows, kind }: MatrixAsked,
  from: string,
  to: string,
): Promise<RowCount[]> {
  if (rows === 'kind') {
    const counts = await selectKinds(database, from, to);
    return kind === undefined ? counts : counts.filter(({ row }) => row === kind);
  }
  return kind === undefined
    ? selectValues(database, rows, from, to)
    : selectValuesOfKind(database, rows, from, to, kind);
}
