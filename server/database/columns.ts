import { type ColumnDataType, type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from './connection.ts';

/** The column types of one dialect under the names that migrations use. */
export interface ColumnTypes {
  text: ColumnDataType;
  /** Counts, versions and 0/1 flags. */
  integer: ColumnDataType;
  /** Whole pesos. */
  money: ColumnDataType;
  bytes: ColumnDataType;
  /** Instants of the accounts library, which passes Date objects on PostgreSQL and ISO text on SQLite. */
  accountInstant: ColumnDataType;
  accountFlag: ColumnDataType;
}

const types: Record<Dialect, ColumnTypes> = {
  sqlite: {
    text: 'text',
    integer: 'integer',
    money: 'integer',
    bytes: 'blob',
    accountInstant: 'text',
    accountFlag: 'integer',
  },
  postgres: {
    text: 'text',
    integer: 'integer',
    money: 'bigint',
    bytes: 'bytea',
    accountInstant: 'timestamptz',
    accountFlag: 'boolean',
  },
};

/** What a migration needs to write one text for both databases. */
export interface MigrationTools {
  db: Kysely<unknown>;
  dialect: Dialect;
  types: ColumnTypes;
  /** Makes the table: STRICT on SQLite, and without a rowid where its key is how it is read. */
  createTable(
    name: string,
    define: (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>,
    options?: { clustered?: boolean },
  ): Promise<void>;
}

/** Binds the tools of a migration to a database. */
export function migrationTools(db: Kysely<unknown>, dialect: Dialect): MigrationTools {
  return {
    db,
    dialect,
    types: types[dialect],
    async createTable(name, define, options) {
      let table = define(db.schema.createTable(name) as CreateTableBuilder<string, string>);
      if (dialect === 'sqlite') {
        table = table.modifyEnd(options?.clustered ? sql`strict, without rowid` : sql`strict`);
      }
      await table.execute();
    },
  };
}
