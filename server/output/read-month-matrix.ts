import { sql } from 'kysely';
import type { MonthPeriod } from '../../shared/calendar/month.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
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

const selectPlanned = hotQuery<MonthMatrix['planned'][number], [from: string, to: string]>((db) =>
  plainTables(db)
    .selectFrom('output_month_state')
    .select(['month', 'kind', sql<number>`cast(sum(count) as integer)`.as('count')])
    // Every item has one value of a dimension, empty where it says none: any of them counts all.
    .where('dimension', '=', sql.lit('department'))
    .where('state', '=', sql.lit('planned'))
    .where('month', '>=', '')
    .where('month', '<=', '')
    .groupBy(['month', 'kind'])
    .orderBy('month')
    .orderBy('kind')
    .$castTo<MonthMatrix['planned'][number]>()
    .compile(),
);

const selectOwnNames = hotQuery<{ id: KindId; label: string; isActive: number }, []>((db) =>
  plainTables(db)
    .selectFrom('output_kind')
    .select(['id', 'label_many as label'])
    .select(sql<number>`case when deleted_at is null then is_active else 0 end`.as('isActive'))
    .orderBy('position')
    .orderBy('label_many')
    .orderBy('id')
    .compile(),
);

/** Output by month and kind, from items and monthly totals alike. */
export async function readMonthMatrix(
  database: OpenDatabase,
  period: MonthPeriod,
): Promise<MonthMatrix> {
  const counts = await selectCounts(database, period.from, period.to);
  const kinds = await selectOwnNames(database);
  return assembleMatrix(
    period,
    counts,
    kinds.map((kind) => ({ ...kind, isActive: kind.isActive === 1 })),
    await selectPlanned(database, period.from, period.to),
  );
}
