import type { Listed } from '../../shared/records.ts';
import type { DeclaredFacts } from '../../shared/reports/discrepancy.ts';
import type { Precision } from '../../shared/reports/precision.ts';
import type { DeclaredFigureList, DeclaredFigureRow } from '../../shared/reports/schemas.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { matchesSearch } from '../database/search.ts';

/** A page of declared figures, latest year first, in the order of their subjects. */
export async function selectDeclaredFigures(
  { db }: OpenDatabase,
  list: DeclaredFigureList,
): Promise<Listed<DeclaredFigureRow>> {
  let matching = db
    .selectFrom('declaredFigure')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'declaredFigure.searchText', list.search));
  if (list.year !== undefined) matching = matching.where('year', '=', list.year);
  const rows = await matching
    .select(['id', 'version', 'updatedAt', 'updatedBy', 'year', 'subject', 'label', 'value'])
    .select(['precision', 'asPrinted', 'source'])
    .orderBy('year', 'desc')
    .orderBy('subject')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map((row) => ({ ...row, precision: row.precision as Precision })), total };
}

/** Everything that was declared of a year, in the order of the subjects. */
export async function selectDeclaredOf(
  { db }: OpenDatabase,
  year: number,
): Promise<DeclaredFacts[]> {
  const rows = await db
    .selectFrom('declaredFigure')
    .select(['id', 'subject', 'label', 'value', 'precision', 'asPrinted', 'source'])
    .where('year', '=', year)
    .where('deletedAt', 'is', null)
    .orderBy('subject')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, precision: row.precision as Precision }));
}

/** The years of which something was declared, in order. */
export async function selectDeclaredYears({ db }: OpenDatabase): Promise<number[]> {
  const rows = await db
    .selectFrom('declaredFigure')
    .select('year')
    .distinct()
    .where('deletedAt', 'is', null)
    .orderBy('year')
    .execute();
  return rows.map((row) => row.year);
}
