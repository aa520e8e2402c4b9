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

async function widenItems({ db, types }: MigrationTools): Promise<void> {
  await db.schema
    .alterTable('output_item')
    .addColumn('place_id', types.text, (column) => column.references('place.id'))
    .execute();
  for (const name of ['responsible', 'starts_at', 'ends_at', 'series_id', 'request_id']) {
    await db.schema.alterTable('output_item').addColumn(name, types.text).execute();
  }
  for (const column of ['place_id', 'series_id', 'request_id']) {
    await db.schema
      .createIndex(`output_item_${column}`)
      .on('output_item')
      .columns([column, 'day'])
      .where(sql.ref(column), 'is not', null)
      .execute();
  }
}

/** Kinds of the office's own, its places, and what an item is joined to: files, other items, posts. */
export async function widenOutput(tools: MigrationTools): Promise<void> {
  const { types, createTable } = tools;
  await createTable('place', (table) =>
    recordColumns(table, types)
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('place_type', types.text, (column) => column.notNull()),
  );
  await createTable('output_kind', (table) =>
    recordColumns(table, types)
      .addColumn('label_one', types.text, (column) => column.notNull())
      .addColumn('label_many', types.text, (column) => column.notNull())
      .addColumn('fields', types.text, (column) => column.notNull())
      .addColumn('position', types.integer, (column) => column.notNull())
      .addColumn('is_active', types.integer, (column) => column.notNull()),
  );
  await widenItems(tools);
  await createTable(
    'output_evidence',
    (table) =>
      table
        .addColumn('item_id', types.text, (column) => column.notNull().references('output_item.id'))
        .addColumn('position', types.integer, (column) => column.notNull())
        .addColumn('evidence_id', types.text, (column) =>
          column.notNull().references('evidence.id'),
        )
        .addPrimaryKeyConstraint('output_evidence_key', ['item_id', 'evidence_id'] as never),
    { clustered: true },
  );
  await createTable(
    'output_link',
    (table) =>
      table
        .addColumn('from_id', types.text, (column) => column.notNull().references('output_item.id'))
        .addColumn('to_id', types.text, (column) => column.notNull().references('output_item.id'))
        .addPrimaryKeyConstraint('output_link_key', ['from_id', 'to_id'] as never),
    { clustered: true },
  );
  await tools.db.schema
    .createIndex('output_link_to')
    .on('output_link')
    .columns(['to_id', 'from_id'])
    .execute();
  await createTable(
    'output_post',
    (table) =>
      table
        .addColumn('item_id', types.text, (column) => column.notNull().references('output_item.id'))
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('external_id', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('output_post_key', ['item_id', 'page_id', 'external_id'] as never),
    { clustered: true },
  );
}
