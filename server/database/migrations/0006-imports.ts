import type { MigrationTools } from '../columns.ts';

/** Files that people bring in: each import with its life, and row by row what it makes of the figures. */
export async function createImports({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('import_run', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('kind', types.text, (column) => column.notNull())
      // `pending`, `written`, `undone` or `discarded`.
      .addColumn('status', types.text, (column) => column.notNull())
      .addColumn('file_name', types.text, (column) => column.notNull())
      .addColumn('file_hash', types.text, (column) => column.notNull())
      .addColumn('search_text', types.text, (column) => column.notNull())
      .addColumn('created_at', types.text, (column) => column.notNull())
      .addColumn('created_by', types.text, (column) => column.notNull())
      // Until then the preview can be agreed to.
      .addColumn('expires_at', types.text, (column) => column.notNull())
      .addColumn('written_at', types.text)
      .addColumn('written_by', types.text)
      .addColumn('undone_at', types.text)
      .addColumn('undone_by', types.text)
      .addColumn('from_day', types.text)
      .addColumn('to_day', types.text)
      .addColumn('page_ids', types.text, (column) => column.notNull())
      .addColumn('added', types.integer, (column) => column.notNull())
      .addColumn('changed', types.integer, (column) => column.notNull())
      .addColumn('same', types.integer, (column) => column.notNull())
      .addColumn('conflicting', types.integer, (column) => column.notNull())
      .addColumn('refused', types.integer, (column) => column.notNull())
      // Changes that an undoing left as they were, since somebody changed them later.
      .addColumn('kept', types.integer, (column) => column.notNull())
      .addColumn('notes', types.text, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('import_run_created')
    .on('import_run')
    .columns(['created_at', 'id'])
    .execute();
  await createTable(
    'import_change',
    (table) =>
      table
        .addColumn('run_id', types.text, (column) => column.notNull().references('import_run.id'))
        .addColumn('number', types.integer, (column) => column.notNull())
        .addColumn('line', types.integer, (column) => column.notNull())
        // `new`, `changed`, `same`, `conflict` or `refused`.
        .addColumn('standing', types.text, (column) => column.notNull())
        // `figure`, `post` or `row`, which became neither.
        .addColumn('makes', types.text, (column) => column.notNull())
        .addColumn('page_id', types.text)
        // The metric of a figure, the identifier of a post.
        .addColumn('subject', types.text)
        .addColumn('day', types.text)
        .addColumn('reason', types.text)
        .addColumn('said', types.text)
        // What a file said before, what it says now, what other sources say, as JSON.
        .addColumn('before', types.text)
        .addColumn('after', types.text)
        .addColumn('others', types.text)
        .addPrimaryKeyConstraint('import_change_key', ['run_id', 'number'] as never),
    { clustered: true },
  );
  await db.schema
    .createIndex('import_change_standing')
    .on('import_change')
    .columns(['run_id', 'standing', 'number'])
    .execute();
}
