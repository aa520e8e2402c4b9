import type { MigrationTools } from '../columns.ts';

const counts = [
  'views',
  'reach',
  'reactions',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
  'engagements',
];

/** Posts with what is believed of each and what each source says; audiences; notes on charts. */
export async function createPosts({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable(
    'post',
    (table) => {
      const columns = table
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('external_id', types.text, (column) => column.notNull())
        .addColumn('published_at', types.text, (column) => column.notNull())
        // The day and hour of publication in the office's time zone.
        .addColumn('day', types.text, (column) => column.notNull())
        .addColumn('hour', types.integer, (column) => column.notNull())
        .addColumn('kind', types.text, (column) => column.notNull())
        .addColumn('text', types.text, (column) => column.notNull())
        .addColumn('search_text', types.text, (column) => column.notNull())
        .addColumn('permalink', types.text)
        .addColumn('source', types.text, (column) => column.notNull())
        .addColumn('captured_at', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('post_key', ['page_id', 'external_id'] as never);
      return counts.reduce((so, name) => so.addColumn(name, types.money), columns);
    },
    { clustered: true },
  );
  await db.schema.createIndex('post_page_day').on('post').columns(['page_id', 'day']).execute();
  await db.schema.createIndex('post_day').on('post').columns(['day']).execute();
  await createTable(
    'post_reading',
    (table) =>
      table
        .addColumn('page_id', types.text, (column) => column.notNull())
        .addColumn('external_id', types.text, (column) => column.notNull())
        .addColumn('source', types.text, (column) => column.notNull())
        .addColumn('captured_at', types.text, (column) => column.notNull())
        .addColumn('counts', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('post_reading_key', ['page_id', 'external_id', 'source'] as never),
    { clustered: true },
  );
  await createTable(
    'post_topic',
    (table) =>
      table
        .addColumn('page_id', types.text, (column) => column.notNull())
        .addColumn('external_id', types.text, (column) => column.notNull())
        .addColumn('topic', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('post_topic_key', ['page_id', 'external_id', 'topic'] as never),
    { clustered: true },
  );
  await db.schema.createIndex('post_topic_topic').on('post_topic').column('topic').execute();
  await createTable(
    'audience_slice',
    (table) =>
      table
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('dimension', types.text, (column) => column.notNull())
        .addColumn('day', types.text, (column) => column.notNull())
        .addColumn('key', types.text, (column) => column.notNull())
        .addColumn('source', types.text, (column) => column.notNull())
        .addColumn('value', types.money, (column) => column.notNull())
        .addColumn('unit', types.text, (column) => column.notNull())
        .addColumn('captured_at', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('audience_slice_key', [
          'page_id',
          'dimension',
          'day',
          'key',
          'source',
        ] as never),
    { clustered: true },
  );
  await createTable('annotation', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('version', types.integer, (column) => column.notNull())
      .addColumn('search_text', types.text, (column) => column.notNull())
      .addColumn('created_at', types.text, (column) => column.notNull())
      .addColumn('updated_at', types.text, (column) => column.notNull())
      .addColumn('updated_by', types.text)
      .addColumn('deleted_at', types.text)
      // Null: of every page.
      .addColumn('page_id', types.text, (column) => column.references('page.id'))
      .addColumn('from_day', types.text, (column) => column.notNull())
      .addColumn('to_day', types.text, (column) => column.notNull())
      .addColumn('kind', types.text, (column) => column.notNull())
      .addColumn('text', types.text, (column) => column.notNull()),
  );
}
