import type { MigrationTools } from '../columns.ts';

/** Imports of the office's own spreadsheets, row by row, and how their columns were understood. */
export async function createSheetImports({ db, types, createTable }: MigrationTools) {
  await createTable('sheet_import', (table) => {
    let made = table.addColumn('id', types.text, (column) => column.primaryKey());
    const texts = ['target', 'status', 'file_name', 'file_hash', 'sheet_name', 'search_text'];
    for (const name of [
      ...texts,
      'created_at',
      'created_by',
      'expires_at',
      'notes',
      'totals',
      'revisions',
    ]) {
      made = made.addColumn(name, types.text, (column) => column.notNull());
    }
    for (const name of ['written_at', 'written_by', 'undone_at', 'undone_by']) {
      made = made.addColumn(name, types.text);
    }
    for (const name of ['added', 'changed', 'same', 'wrong', 'kept']) {
      made = made.addColumn(name, types.integer, (column) => column.notNull());
    }
    return made;
  });
  await db.schema
    .createIndex('sheet_import_created')
    .on('sheet_import')
    .columns(['created_at', 'id'])
    .execute();
  await createTable(
    'sheet_import_row',
    (table) =>
      table
        .addColumn('import_id', types.text, (column) =>
          column.notNull().references('sheet_import.id'),
        )
        .addColumn('number', types.integer, (column) => column.notNull())
        .addColumn('line', types.integer, (column) => column.notNull())
        .addColumn('standing', types.text, (column) => column.notNull())
        .addColumn('said', types.text, (column) => column.notNull())
        .addColumn('fields', types.text)
        .addColumn('problems', types.text, (column) => column.notNull())
        .addColumn('record_id', types.text)
        .addColumn('record_version', types.integer)
        .addColumn('before', types.text)
        .addColumn('known', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('sheet_import_row_key', ['import_id', 'number'] as never),
    { clustered: true },
  );
  await createTable(
    'sheet_mapping',
    (table) =>
      table
        .addColumn('target', types.text, (column) => column.notNull())
        .addColumn('headings', types.text, (column) => column.notNull())
        .addColumn('layout', types.text, (column) => column.notNull())
        .addColumn('answers', types.text, (column) => column.notNull())
        .addColumn('updated_at', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('sheet_mapping_key', ['target', 'headings'] as never),
    { clustered: true },
  );
}
