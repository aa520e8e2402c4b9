import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${SnakeCase<Rest>}`
    : `_${Lowercase<First>}${SnakeCase<Rest>}`
  : '';

/** Every table under the names it has in the database. */
export type PlainTables = {
  [Table in keyof Tables as SnakeCase<Table>]: {
    [Column in keyof Tables[Table] & string as SnakeCase<Column>]: Tables[Table][Column];
  };
};

/** The database without renaming of columns, for reads where that costs more than the query. */
export function plainTables(db: Kysely<Tables>): Kysely<PlainTables> {
  return db.withoutPlugins() as unknown as Kysely<PlainTables>;
}
