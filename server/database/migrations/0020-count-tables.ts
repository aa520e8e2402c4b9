import { type CreateTableBuilder, sql } from 'kysely';
import type { ColumnTypes, MigrationTools } from '../columns.ts';

function recordColumns(table: CreateTableBuilder<string, string>, types: ColumnTypes) {
  return table
    .addColumn('id', types.text, (column) => column.primaryKey())
    .addColumn('version', types.integer, (column) => column.notNull())
    .addColumn('search_text', types.text, (column) => column.notNull())
    .addColumn('created_at', types.text, (column) => column.notNull())
    .addColumn('updated_at', types.text, (column) => column.notNull())
    .addColumn('updated_by', types.text)
    .addColumn('deleted_at', types.text);
}

/** Tables of counts that the office keeps by period: what each is made of, and its rows. */
export async function createCountTables({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('count_table', (table) =>
    recordColumns(table, types)
      .addColumn('code', types.text, (column) => column.notNull())
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('shape', types.text, (column) => column.notNull())
      .addColumn('notes', types.text),
  );
  await createTable('count_row', (table) =>
    recordColumns(table, types)
      .addColumn('table_id', types.text, (column) => column.notNull().references('count_table.id'))
      .addColumn('period', types.text, (column) => column.notNull())
      .addColumn('member_key', types.text, (column) => column.notNull())
      .addColumn('members', types.text, (column) => column.notNull())
      .addColumn('position', types.integer, (column) => column.notNull())
      .addColumn('cells', types.text, (column) => column.notNull())
      .addColumn('source', types.text, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('count_row_member')
    .unique()
    .on('count_row')
    .columns(['table_id', 'period', 'member_key'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
}
