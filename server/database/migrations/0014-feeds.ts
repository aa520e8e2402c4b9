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

/** Feeds of outlets, what of them mentions the entity, and the words by which that is known. */
export async function createFeeds({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('feed', (table) =>
    recordColumns(table, types)
      .addColumn('outlet_id', types.text, (column) => column.notNull().references('outlet.id'))
      .addColumn('address', types.text, (column) => column.notNull())
      .addColumn('is_active', types.integer, (column) => column.notNull()),
  );
  await createTable('feed_state', (table) =>
    table
      .addColumn('feed_id', types.text, (column) => column.primaryKey().references('feed.id'))
      .addColumn('address', types.text, (column) => column.notNull())
      .addColumn('etag', types.text)
      .addColumn('last_modified', types.text)
      .addColumn('attempted_at', types.text)
      .addColumn('succeeded_at', types.text)
      .addColumn('outcome', types.text)
      .addColumn('failure', types.text)
      .addColumn('requested_at', types.text),
  );
  await createTable('feed_entry', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('version', types.integer, (column) => column.notNull())
      .addColumn('feed_id', types.text, (column) => column.notNull().references('feed.id'))
      .addColumn('outlet_id', types.text, (column) => column.notNull().references('outlet.id'))
      .addColumn('entry_key', types.text, (column) => column.notNull())
      .addColumn('url_key', types.text)
      .addColumn('search_text', types.text, (column) => column.notNull())
      .addColumn('title', types.text, (column) => column.notNull())
      .addColumn('address', types.text)
      .addColumn('day', types.text)
      .addColumn('author', types.text)
      .addColumn('summary', types.text)
      .addColumn('matched', types.text, (column) => column.notNull())
      .addColumn('state', types.text, (column) => column.notNull())
      .addColumn('clipping_id', types.text, (column) => column.references('clipping.id'))
      .addColumn('seen_at', types.text, (column) => column.notNull())
      .addColumn('decided_at', types.text)
      .addColumn('decided_by', types.text)
      .addUniqueConstraint('feed_entry_key', ['feed_id', 'entry_key'] as never),
  );
  await db.schema
    .createIndex('feed_entry_state')
    .on('feed_entry')
    .columns(['state', 'seen_at', 'id'])
    .execute();
  await createTable('mention_word', (table) =>
    recordColumns(table, types)
      .addColumn('text', types.text, (column) => column.notNull())
      .addColumn('is_exclusion', types.integer, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('feed_address')
    .unique()
    .on('feed')
    .column('address')
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
}
