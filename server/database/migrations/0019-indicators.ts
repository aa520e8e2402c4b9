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

/** Indicators of plans, what is set for each of their years, and the figures that people type. */
export async function createIndicators({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('indicator', (table) =>
    recordColumns(table, types)
      .addColumn('code', types.text, (column) => column.notNull())
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('plan', types.text, (column) => column.notNull())
      .addColumn('unit', types.text, (column) => column.notNull())
      .addColumn('direction', types.text, (column) => column.notNull())
      .addColumn('method', types.text, (column) => column.notNull())
      .addColumn('department_id', types.text, (column) => column.references('department.id'))
      .addColumn('notes', types.text),
  );
  await createTable('indicator_year', (table) =>
    recordColumns(table, types)
      .addColumn('indicator_id', types.text, (column) =>
        column.notNull().references('indicator.id'),
      )
      .addColumn('year', types.integer, (column) => column.notNull())
      .addColumn('target', types.text)
      .addColumn('monthly', types.text, (column) => column.notNull())
      .addColumn('budget_cop', types.money)
      .addColumn('invested_cop', types.money)
      .addColumn('printed_progress', types.text)
      .addColumn('printed_financial', types.text)
      .addColumn('source', types.text)
      .addUniqueConstraint('indicator_year_key', ['indicator_id', 'year'] as never),
  );
  await createTable('indicator_figure', (table) =>
    recordColumns(table, types)
      .addColumn('indicator_id', types.text, (column) =>
        column.notNull().references('indicator.id'),
      )
      .addColumn('period', types.text, (column) => column.notNull())
      .addColumn('value', types.text, (column) => column.notNull())
      .addColumn('source', types.text, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('indicator_figure_period')
    .unique()
    .on('indicator_figure')
    .columns(['indicator_id', 'period'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
}
