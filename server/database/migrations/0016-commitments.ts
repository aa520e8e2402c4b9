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

/** What was promised at meetings with residents: who answers for it, until when, and how it stands. */
export async function createCommitments({ db, types, createTable }: MigrationTools) {
  await createTable('commitment', (table) =>
    recordColumns(table, types)
      .addColumn('meeting_id', types.text, (column) =>
        column.notNull().references('output_item.id'),
      )
      .addColumn('text', types.text, (column) => column.notNull())
      .addColumn('department_id', types.text, (column) => column.references('department.id'))
      .addColumn('due_day', types.text)
      .addColumn('state', types.text, (column) => column.notNull())
      .addColumn('notes', types.text),
  );
  await db.schema
    .createIndex('commitment_meeting')
    .on('commitment')
    .columns(['meeting_id', 'due_day'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
}
