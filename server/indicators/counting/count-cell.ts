import type { Kysely } from 'kysely';
import { memberKeyOf } from '../../../shared/indicators/count-tables/member-key.ts';
import type { CountTableDetail } from '../../../shared/indicators/count-tables/rows.ts';
import { type Days, daysOfMonth, yearOf } from '../../../shared/indicators/period-target.ts';
import type { CountingRule } from '../../../shared/indicators/schemas.ts';
import { Exact } from '../../../shared/money/exact.ts';
import type { Tables } from '../../database/schema.ts';
import { showCountTable, showCountTableIn } from '../count-tables/show-count-table.ts';
import { type Asked, type Counted, figure, monthsOf, nothingCounted } from './counted.ts';

type Cell = NonNullable<CountingRule['cell']>;

/** A table in each period of some years that has rows; nothing where the office removed it. */
async function selectTable(
  db: Kysely<Tables>,
  tableId: string,
  { from, to }: Days,
): Promise<CountTableDetail[]> {
  const kept = await db
    .selectFrom('countTable')
    .selectAll()
    .where('id', '=', tableId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!kept) return [];
  const rows = await db
    .selectFrom('countRow')
    .selectAll()
    .where('tableId', '=', tableId)
    .where('period', '>=', from.slice(0, 4))
    .where('period', '<', String(Number(to.slice(0, 4)) + 1))
    .where('deletedAt', 'is', null)
    .orderBy('period')
    .execute();
  const periods = [...new Set(rows.map(({ period }) => period))];
  const table = showCountTable(kept, periods);
  return periods.map((period) =>
    showCountTableIn(
      table,
      period,
      rows.filter((row) => row.period === period),
    ),
  );
}

/** What a table says in a cell: the row of these names, or its total as printed, or as its rows make it. */
function readCell(table: CountTableDetail, { measure, members }: Cell): string | null {
  if (members.length === 0) return table.printed?.worked[measure] ?? table.totals[measure] ?? null;
  const key = memberKeyOf({ isTotal: false, members });
  return table.rows.find((row) => memberKeyOf(row) === key)?.worked[measure] ?? null;
}

/** The days of a year, a quarter or a month, as tables name them. */
function daysOfPeriod(period: string): Days {
  const year = period.slice(0, 4);
  if (period.length === 4) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (!period.includes('Q')) return daysOfMonth(period);
  const last = Number(period.slice(-1)) * 3;
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  return { from: `${month(last - 2)}-01`, to: daysOfMonth(month(last)).to };
}

interface Said {
  period: string;
  days: Days;
  value: string;
}

/** Whether a longer part tells of the same already. */
const isWithin = ({ days: own }: Said, parts: readonly Said[]) =>
  parts.some(({ days }) => days !== own && days.from <= own.from && own.to <= days.to);

/** What the longest parts of a time say, added up, with how many of its months they tell of. */
function addUp(parts: readonly Said[], days: Days): Counted['whole'] {
  const longest = parts.filter((part) => !isWithin(part, parts));
  const sum = longest.reduce((total: Exact, { value }) => total.plus(value), new Exact(0));
  const has = longest.flatMap((part) => monthsOf(part.days)).length;
  const coverage = { has, of: monthsOf(days).length, unit: 'months' as const };
  return figure(sum.toFixed(), ['count_table'], { coverage });
}

/**
 * A cell of a table of counts. Of a time of which the table has a row it is that; otherwise counts of
 * its parts add up, and scores and percentages do not.
 */
export async function countCell(db: Kysely<Tables>, cell: Cell, asked: Asked): Promise<Counted> {
  const { days, today } = asked;
  const tables = await selectTable(db, cell.tableId, days);
  const said = tables.flatMap((table): Said[] => {
    const value = readCell(table, cell);
    if (value === null || table.period === null) return [];
    return [{ period: table.period, days: daysOfPeriod(table.period), value }];
  });
  const months = new Map(
    said
      .filter(({ period }) => period.length === 7 && !period.includes('Q'))
      .map(({ period, value }) => [period, figure(value, ['count_table'])] as const),
  );
  const year = String(yearOf(days, today));
  const exact = said.find(
    (one) => one.period === year || (one.days.from === days.from && one.days.to === days.to),
  );
  if (exact) return { whole: figure(exact.value, ['count_table']), months };
  const within = said.filter((one) => days.from <= one.days.from && one.days.to <= days.to);
  const holding = said.some((one) => one.days.from <= days.from && days.to <= one.days.to);
  if (within.length === 0) {
    return holding ? { ...nothingCounted, missing: 'cuts_period' } : nothingCounted;
  }
  const unit = tables[0]?.measures.find(({ id }) => id === cell.measure)?.unit;
  if (unit !== 'count') return { whole: null, months, missing: 'does_not_add' };
  return { whole: addUp(within, days), months };
}
