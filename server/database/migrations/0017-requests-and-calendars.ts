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

/** What departments ask of the office, the addresses of its calendar, and what came from calendars. */
export async function createRequestsAndCalendars(tools: MigrationTools): Promise<void> {
  const { db, types, createTable } = tools;
  await createTable('output_request', (table) =>
    recordColumns(table, types)
      .addColumn('title', types.text, (column) => column.notNull())
      .addColumn('details', types.text)
      .addColumn('department_id', types.text, (column) => column.references('department.id'))
      .addColumn('requested_by', types.text)
      .addColumn('kind', types.text)
      .addColumn('asked_day', types.text, (column) => column.notNull())
      .addColumn('due_day', types.text)
      .addColumn('state', types.text, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('output_request_due')
    .on('output_request')
    .columns(['due_day', 'state'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
  await createTable(
    'calendar_address',
    (table) =>
      table
        .addColumn('person_id', types.text, (column) => column.primaryKey())
        .addColumn('secret_hash', types.text, (column) => column.notNull().unique())
        .addColumn('kinds', types.text, (column) => column.notNull())
        .addColumn('created_at', types.text, (column) => column.notNull()),
    { clustered: true },
  );
  await createTable(
    'calendar_event',
    (table) =>
      table
        .addColumn('uid', types.text, (column) => column.primaryKey())
        .addColumn('item_id', types.text, (column) =>
          column.notNull().references('output_item.id'),
        ),
    { clustered: true },
  );
}
