import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { searchWords } from '../../shared/records.ts';
import type { RecordColumns } from './schema.ts';

/**
 * One condition for each word of a search on a column of folded text. Words are matched as
 * written: `%` and `_` have no special meaning.
 */
export function searchConditions(column: string, search: string): Expression<SqlBool>[] {
  return searchWords(search).map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
  });
}

/** The condition that a row holds every word of a search, in any order, accents and case aside. */
export function matchesSearch<Table extends string>(
  expression: ExpressionBuilder<{ [Name in Table]: RecordColumns }, Table>,
  column: `${Table}.searchText`,
  search: string,
): Expression<SqlBool> {
  return expression.and(searchConditions(column, search));
}
