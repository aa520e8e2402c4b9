import { type Kysely, sql } from 'kysely';
import type { CountSource } from '../../../shared/output/matrix.ts';
import type { Tables } from '../../database/schema.ts';
import { type Asked, type Counted, figure, holdsMonth, monthsOf } from './counted.ts';

interface Row {
  month: string;
  source: CountSource;
  count: number;
  value: number | string | null;
  unvalued: number;
}

function selectRollup(db: Kysely<Tables>, months: readonly string[]): Promise<Row[]> {
  return db
    .selectFrom('pressMonth')
    .select(['month', 'source'])
    .select(sql<number>`cast(sum(count) as integer)`.as('count'))
    .select(sql<number | string>`sum(value)`.as('value'))
    .select(sql<number>`cast(sum(unvalued) as integer)`.as('unvalued'))
    .where('month', '>=', months[0] ?? '')
    .where('month', '<=', months.at(-1) ?? '')
    .groupBy(['month', 'source'])
    .execute();
}

/** Appearances of days that are no whole months, as the roll-up counts those. */
async function selectByDay(db: Kysely<Tables>, { days }: Asked): Promise<Row[]> {
  const rows = await db
    .selectFrom('clipping')
    .select('month')
    .select(sql<number>`cast(count(*) as integer)`.as('count'))
    .select(sql<number | string | null>`sum(value_cop)`.as('value'))
    .select(
      sql<number>`cast(sum(case when standing = 'unvalued' then 1 else 0 end) as integer)`.as(
        'unvalued',
      ),
    )
    .where('day', '>=', days.from)
    .where('day', '<=', days.to)
    .where('deletedAt', 'is', null)
    .where('standing', '!=', 'not_counted')
    .groupBy('month')
    .execute();
  return rows.map((row) => ({ ...row, source: 'records' }));
}

/**
 * Appearances by month, or their value in whole pesos, with the totals of whole months. A month of
 * which nobody valued any appearance has no value, not one of zero; how many have none is said.
 */
export async function countPress(
  db: Kysely<Tables>,
  measure: 'press_count' | 'press_value',
  asked: Asked,
): Promise<Counted> {
  const months = monthsOf(asked.days);
  const rollup = await selectRollup(db, months);
  const isWhole = months.every((month) => holdsMonth(asked, month));
  const tallies = rollup.filter(({ source }) => source === 'tally');
  const told = tallies.filter(({ month }) => holdsMonth(asked, month));
  const records = isWhole
    ? rollup.filter(({ source }) => source === 'records')
    : await selectByDay(db, asked);
  const counted = months.flatMap((month) => {
    const rows = [...records, ...told].filter((row) => row.month === month);
    const of = rows.reduce((sum, row) => sum + row.count, 0);
    const has = of - rows.reduce((sum, row) => sum + row.unvalued, 0);
    if (rows.length === 0 || (measure === 'press_value' && has === 0)) return [];
    const value = rows.reduce((sum, row) => sum + Number(row.value ?? 0), 0);
    const isLeftOut = tallies.some((row) => row.month === month && !told.includes(row));
    const caveats = [isLeftOut && ('totals_left_out' as const)];
    const sources = rows.map(({ source }) => source);
    const said =
      measure === 'press_count'
        ? figure(of, sources, { caveats })
        : figure(value, sources, { caveats, coverage: { has, of, unit: 'appearances' } });
    return [[month, said] as const];
  });
  const isOnlyTotals = records.length === 0 && told.length === 0 && tallies.length > 0;
  return {
    whole: null,
    months: new Map(counted),
    ...(isOnlyTotals ? { missing: 'cuts_period' } : {}),
  };
}
