import { sql } from 'kysely';
import { type Day, monthOf } from '../../shared/calendar/day.ts';
import { addMonths, listMonths, type MonthPeriod } from '../../shared/calendar/month.ts';
import { comparedDays } from '../../shared/calendar/same-days.ts';
import type { MatrixAsked, RowCount } from '../../shared/output/matrix-by.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { selectCounts } from './matrix-counts.ts';

/** Where an item says what the rows of a matrix are. */
const rowColumns = {
  kind: 'kind',
  department: 'departmentId',
  place: 'placeId',
  responsible: 'responsible',
} as const;

/** What was done on some days of a month, by row; totals of months cannot tell. */
async function selectDays(
  { db }: OpenDatabase,
  { rows, kind }: MatrixAsked,
  { from, to }: { from: Day; to: Day },
): Promise<RowCount[]> {
  let query = db
    .selectFrom('outputItem')
    .select(['month', sql<string>`coalesce(${sql.ref(rowColumns[rows])}, '')`.as('row')])
    .select(sql<number>`cast(count(*) as integer)`.as('count'))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('state', '=', 'done')
    .where('deletedAt', 'is', null)
    .groupBy(['month', rowColumns[rows]]);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  return query.execute();
}

/**
 * What the year before counts of a period: whole months beside those that are over, the same days
 * beside the one that is not, and nothing beside those to come. What is `left` out are the totals of the
 * month that is cut.
 */
export async function selectCompared(
  database: OpenDatabase,
  asked: MatrixAsked,
  { from, to }: MonthPeriod,
): Promise<{ counts: RowCount[]; until: Day | null; left: number }> {
  const counts = await selectCounts(database, asked, from, to);
  const { until: today } = asked;
  if (today === undefined) return { counts, until: null, left: 0 };
  const whole = new Set<string>();
  let cut: { from: Day; to: Day } | undefined;
  for (const month of listMonths(from, to)) {
    const compared = comparedDays(addMonths(month, 12), month, today);
    if (compared === 'whole') whole.add(month);
    else if (compared !== 'none') cut = compared;
  }
  const kept = counts.filter(({ month }) => whole.has(month));
  if (!cut) return { counts: kept, until: null, left: 0 };
  const totals = counts.filter(
    ({ month, source }) => month === monthOf(cut.to) && source === 'tally',
  );
  return {
    counts: [...kept, ...(await selectDays(database, asked, cut))],
    until: cut.to,
    left: totals.reduce((sum, { count }) => sum + count, 0),
  };
}

/** What is planned and not done of a period, by month and row. */
export async function selectPlanned(
  { db }: OpenDatabase,
  { from, to, rows, kind }: MatrixAsked,
): Promise<RowCount[]> {
  const row = rows === 'kind' ? 'kind' : 'value';
  let query = db
    .selectFrom('outputMonthState')
    .select(['month', `${row} as row`])
    .select(sql<number>`cast(sum(count) as integer)`.as('count'))
    // Every item has one value of a dimension, empty where it says none: any of them counts all.
    .where('dimension', '=', rows === 'kind' ? 'department' : rows)
    .where('state', '=', 'planned')
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['month', row])
    .orderBy('month')
    .orderBy(row);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  return query.execute();
}
