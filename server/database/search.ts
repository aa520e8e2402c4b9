import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { searchWords } from '../../shared/records.ts';
import type { RecordColumns } from './record-columns.ts';

/** The pattern of each word of a search. Words are matched as written: `%` and `_` have no special meaning. */
export function searchPatterns(search: string): string[] {
  return searchWords(search).map(
    (word) => `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`,
  );
}

/** The condition that a column of folded text holds the word of a pattern. */
function matchesPattern(column: string, pattern: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

/** One condition for each word of a search on a column of folded text. */
export function searchConditions(column: string, search: string): Expression<SqlBool>[] {
  return searchPatterns(search).map((pattern) => matchesPattern(column, pattern));
}

/** The condition that a row holds every word of a search, in any order, accents and case aside. */
export function matchesSearch<Table extends string>(
  expression: ExpressionBuilder<{ [Name in Table]: RecordColumns }, Table>,
  column: `${Table}.searchText`,
  search: string,
): Expression<SqlBool> {
  return expression.and(searchConditions(column, search));
}
