import { sql } from 'kysely';
import { addMonths } from '../../shared/calendar/month.ts';
import type { CountSource } from '../../shared/output/matrix.ts';
import {
  addUpBy,
  type CountsBy,
  listSpans,
  type MatrixAsked,
  type MatrixBy,
  type OutputDimension,
} from '../../shared/output/matrix-by.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { hotQuery } from '../database/hot-query.ts';
import { plainTables } from '../database/plain-tables.ts';
import { selectCompared, selectPlanned } from './matrix-beside.ts';
import { selectCounts } from './matrix-counts.ts';
import { listKinds } from './output-kinds.ts';

interface Named {
  id: string;
  name: string | null;
  /** Whether it is a row also where nobody counted it. */
  isAlwaysShown?: boolean;
}

/** The names of departments or places, in their order; people are called as they were written. */
async function selectNames(
  { db }: OpenDatabase,
  dimension: OutputDimension,
): Promise<readonly Named[]> {
  if (dimension === 'responsible') return [];
  const rows = db.selectFrom(dimension === 'place' ? 'place' : 'department') as ReturnType<
    typeof db.selectFrom<'department'>
  >;
  return rows.select(['id', 'name']).orderBy('searchText').orderBy('id').execute();
}

const selectSums = hotQuery<
  { kind: string; count: number },
  [from: string, to: string, source: CountSource]
>((db) =>
  plainTables(db)
    .selectFrom('output_month')
    .select(['kind', sql<number>`cast(sum(count) as integer)`.as('count')])
    .where('month', '>=', '')
    .where('month', '<=', '')
    .where('source', '=', 'tally' as CountSource)
    .groupBy('kind')
    .compile(),
);

/** How many the totals of months count, which say neither department nor place nor person. */
async function countUntold(
  database: OpenDatabase,
  { from, to, rows, kind }: MatrixAsked,
): Promise<number> {
  if (rows === 'kind') return 0;
  const counts = await selectSums(database, from, to, 'tally');
  return counts
    .filter((row) => (kind ?? row.kind) === row.kind)
    .reduce((sum, { count }) => sum + count, 0);
}

/** The rows in their order: those of a list as the list has them, others by name, what says none last. */
function orderRows(named: readonly Named[], counted: readonly CountsBy[]): MatrixBy['rows'] {
  const ids = new Set(counted.flatMap(({ rowTotals }) => rowTotals.map(({ row }) => row)));
  const listed = named.filter(({ id, isAlwaysShown }) => isAlwaysShown || ids.has(id));
  const known = new Set(listed.map(({ id }) => id));
  const others = [...ids].filter((id) => id !== '' && !known.has(id)).sort();
  return [
    ...listed.map(({ id, name }) => ({ id, name })),
    ...others.map((id) => ({ id, name: id })),
    ...(ids.has('') ? [{ id: '', name: null }] : []),
  ];
}

/** Every kind; those still in use are rows also where nobody counted them. */
async function selectKindNames(database: OpenDatabase, asked: MatrixAsked): Promise<Named[]> {
  const kinds = await listKinds(database);
  const shown = asked.kind === undefined ? kinds : kinds.filter(({ id }) => id === asked.kind);
  return shown.map(({ id, label, isActive }) => ({
    id,
    name: label.many.es,
    isAlwaysShown: isActive,
  }));
}

/**
 * Output of a period by its months, quarters or years, and by kind, department, place or who made it;
 * beside it the same of the year before, where that is asked.
 */
export async function readMatrix(database: OpenDatabase, asked: MatrixAsked): Promise<MatrixBy> {
  const { from, to, by, rows, compare } = asked;
  const own = addUpBy(await selectCounts(database, asked, from, to), by);
  const before = compare === 'none' ? [] : [addMonths(from, -12), addMonths(to, -12)];
  const [fromBefore, toBefore] = before;
  const compared =
    fromBefore === undefined || toBefore === undefined
      ? null
      : await selectCompared(database, asked, { from: fromBefore, to: toBefore });
  const lastYear = compared && addUpBy(compared.counts, by, 12);
  const planned = await selectPlanned(database, asked);
  const named =
    rows === 'kind' ? await selectKindNames(database, asked) : await selectNames(database, rows);
  return {
    ...own,
    periods: listSpans({ from, to }, by),
    rows: orderRows(named, [...(lastYear ? [own, lastYear] : [own]), addUpBy(planned, by)]),
    untold: await countUntold(database, asked),
    lastYear,
    comparedUntil: compared?.until ?? null,
    uncompared: compared?.left ?? 0,
    planned: addUpBy(planned, by).cells.map(({ period, row, count }) => ({ period, row, count })),
  };
}
