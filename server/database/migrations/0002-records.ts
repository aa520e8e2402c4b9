import { type CreateTableBuilder, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** The columns of every record that people edit: its version, and when it was made, changed and removed. */
function recordColumns(
  table: CreateTableBuilder<string, string>,
  types: MigrationTools['types'],
): CreateTableBuilder<string, string> {
  return table
    .addColumn('id', types.text, (column) => column.primaryKey())
    .addColumn('version', types.integer, (column) => column.notNull())
    .addColumn('search_text', types.text, (column) => column.notNull())
    .addColumn('created_at', types.text, (column) => column.notNull())
    .addColumn('updated_at', types.text, (column) => column.notNull())
    .addColumn('updated_by', types.text)
    .addColumn('deleted_at', types.text);
}

/** Departments, outlets, rates, clippings, output, monthly tallies, roll-ups and declared figures. */
export async function createRecords({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('department', (table) =>
    recordColumns(table, types).addColumn('name', types.text, (column) => column.notNull()),
  );
  await createTable('output_item', (table) =>
    recordColumns(table, types)
      .addColumn('kind', types.text, (column) => column.notNull())
      .addColumn('day', types.text, (column) => column.notNull())
      .addColumn('month', types.text, (column) => column.notNull())
      .addColumn('title', types.text, (column) => column.notNull())
      .addColumn('department_id', types.text, (column) => column.references('department.id'))
      .addColumn('place', types.text)
      .addColumn('url', types.text)
      .addColumn('notes', types.text)
      .addColumn('details', types.text, (column) => column.notNull()),
  );
  // Holds what the filters of a list look at, so that counting what matches does not read the records.
  await db.schema
    .createIndex('output_item_day')
    .on('output_item')
    .columns(['day', 'id', 'kind', 'department_id', 'deleted_at'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
  await createTable('output_tally', (table) =>
    recordColumns(table, types)
      .addColumn('month', types.text, (column) => column.notNull())
      .addColumn('kind', types.text, (column) => column.notNull())
      .addColumn('count', types.integer, (column) => column.notNull())
      .addColumn('source', types.text, (column) => column.notNull())
      .addColumn('notes', types.text),
  );
  await db.schema
    .createIndex('output_tally_month_kind')
    .on('output_tally')
    .columns(['month', 'kind'])
    .unique()
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
  await createTable(
    'output_month',
    (table) =>
      table
        .addColumn('month', types.text, (column) => column.notNull())
        .addColumn('kind', types.text, (column) => column.notNull())
        .addColumn('source', types.text, (column) => column.notNull())
        .addColumn('count', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('output_month_key', ['month', 'kind', 'source'] as never),
    { clustered: true },
  );

  await createTable('outlet', (table) =>
    recordColumns(table, types)
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('medium', types.text, (column) => column.notNull())
      .addColumn('town', types.text)
      .addColumn('scope', types.text)
      .addColumn('website', types.text)
      .addColumn('is_own_channel', types.integer, (column) => column.notNull())
      .addColumn('vat_rate', types.text, (column) => column.notNull()),
  );
  await createTable('rate', (table) =>
    recordColumns(table, types)
      .addColumn('outlet_id', types.text, (column) => column.notNull().references('outlet.id'))
      .addColumn('format', types.text, (column) => column.notNull())
      .addColumn('section', types.text, (column) => column.notNull())
      .addColumn('unit', types.text, (column) => column.notNull())
      .addColumn('unit_quantity', types.text, (column) => column.notNull())
      .addColumn('price_cop', types.money, (column) => column.notNull())
      .addColumn('net_price_cop', types.money, (column) => column.notNull())
      .addColumn('vat_rate', types.text, (column) => column.notNull())
      .addColumn('vat_included', types.integer, (column) => column.notNull())
      .addColumn('valid_from', types.text, (column) => column.notNull())
      .addColumn('valid_to', types.text)
      .addColumn('source_type', types.text, (column) => column.notNull())
      .addColumn('source_reference', types.text, (column) => column.notNull())
      .addColumn('approved_by', types.text),
  );
  await db.schema
    .createIndex('rate_outlet')
    .on('rate')
    .columns(['outlet_id', 'format', 'valid_from'])
    .execute();
  await createTable('clipping', (table) =>
    recordColumns(table, types)
      .addColumn('outlet_id', types.text, (column) => column.notNull().references('outlet.id'))
      .addColumn('channel', types.text, (column) => column.notNull())
      .addColumn('format', types.text, (column) => column.notNull())
      .addColumn('section', types.text, (column) => column.notNull())
      .addColumn('day', types.text, (column) => column.notNull())
      .addColumn('month', types.text, (column) => column.notNull())
      .addColumn('title', types.text, (column) => column.notNull())
      .addColumn('url', types.text)
      .addColumn('author', types.text)
      .addColumn('tone', types.text)
      .addColumn('is_paid', types.integer, (column) => column.notNull())
      .addColumn('department_id', types.text, (column) => column.references('department.id'))
      .addColumn('notes', types.text)
      .addColumn('measures', types.text, (column) => column.notNull())
      .addColumn('rate_id', types.text, (column) => column.references('rate.id'))
      .addColumn('standing', types.text, (column) => column.notNull())
      .addColumn('value_cop', types.money)
      .addColumn('value_with_vat_cop', types.money)
      .addColumn('grade', types.text)
      .addColumn('valuation', types.text, (column) => column.notNull()),
  );
  // Holds what the totals of a filtered list add up, so that they do not read the records.
  await db.schema
    .createIndex('clipping_day')
    .on('clipping')
    .columns(['day', 'id', 'channel', 'format', 'tone', 'standing', 'outlet_id'])
    .columns(['value_cop', 'value_with_vat_cop', 'deleted_at'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
  await db.schema
    .createIndex('clipping_outlet')
    .on('clipping')
    .columns(['outlet_id', 'day', 'id'])
    .execute();
  await createTable('press_tally', (table) =>
    recordColumns(table, types)
      .addColumn('month', types.text, (column) => column.notNull())
      .addColumn('channel', types.text, (column) => column.notNull())
      .addColumn('count', types.integer, (column) => column.notNull())
      .addColumn('value_cop', types.money)
      .addColumn('source', types.text, (column) => column.notNull())
      .addColumn('notes', types.text),
  );
  await db.schema
    .createIndex('press_tally_month_channel')
    .on('press_tally')
    .columns(['month', 'channel'])
    .unique()
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
  await createTable(
    'press_month',
    (table) =>
      table
        .addColumn('month', types.text, (column) => column.notNull())
        .addColumn('channel', types.text, (column) => column.notNull())
        .addColumn('source', types.text, (column) => column.notNull())
        .addColumn('count', types.integer, (column) => column.notNull())
        .addColumn('value', types.money, (column) => column.notNull())
        .addColumn('unvalued', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('press_month_key', ['month', 'channel', 'source'] as never),
    { clustered: true },
  );

  await createTable('declared_figure', (table) =>
    recordColumns(table, types)
      .addColumn('year', types.integer, (column) => column.notNull())
      .addColumn('subject', types.text, (column) => column.notNull())
      .addColumn('label', types.text, (column) => column.notNull())
      .addColumn('value', types.money, (column) => column.notNull())
      .addColumn('precision', types.text, (column) => column.notNull())
      .addColumn('as_printed', types.text, (column) => column.notNull())
      .addColumn('source', types.text, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('declared_figure_year')
    .on('declared_figure')
    .columns(['year', 'subject'])
    .execute();
}
