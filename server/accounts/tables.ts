import type { Kysely } from 'kysely';
import type { AccountTables, Tables } from '../database/schema.ts';
import type { RecordKind } from '../database/versioned-record.ts';

/** The tables of the accounts library, whose columns keep its own names. */
export function accountTables(db: Kysely<Tables>): Kysely<AccountTables> {
  return db.withoutPlugins() as unknown as Kysely<AccountTables>;
}

export const departmentKind: RecordKind<'department'> = {
  table: 'department',
  record: 'department',
  searchText: (row) => [row.name],
};
