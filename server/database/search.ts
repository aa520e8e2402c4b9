import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { searchWords } from '../../shared/records.ts';
import type { RecordColumns } from './schema.ts';

/**
 * The condition that a row holds every word of a search, in any order, accents and case aside.
 * Words are matched as written: `%` and `_` have no special meaning.
 */
export function matchesSearch<Table extends string>(
  expression: ExpressionBuilder<{ [Name in Table]: RecordColumns }, Table>,
  column: `${Table}.searchText`,
  search: string,
): Expression<SqlBool> {
  const conditions = searchWords(search).map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
  });
  return expression.and(conditions);
}
