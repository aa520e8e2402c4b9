import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** Fan pages, the connections they are read through, their snapshots, and the pulls that brought them. */
export async function createSocial({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('connection', (table) =>
    table
      .addColumn('network', types.text, (column) => column.primaryKey())
      .addColumn('base_url', types.text)
      .addColumn('secret', types.text)
      .addColumn('status', types.text, (column) => column.notNull())
      .addColumn('status_at', types.text)
      .addColumn('version', types.integer, (column) => column.notNull())
      .addColumn('updated_at', types.text, (column) => column.notNull())
      .addColumn('updated_by', types.text),
  );
  await createTable('page', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('version', types.integer, (column) => column.notNull())
      .addColumn('search_text', types.text, (column) => column.notNull())
      .addColumn('created_at', types.text, (column) => column.notNull())
      .addColumn('updated_at', types.text, (column) => column.notNull())
      .addColumn('updated_by', types.text)
      .addColumn('deleted_at', types.text)
      .addColumn('network', types.text, (column) => column.notNull())
      .addColumn('handle', types.text, (column) => column.notNull())
      .addColumn('external_id', types.text)
      .addColumn('title', types.text, (column) => column.notNull())
      .addColumn('department_id', types.text, (column) => column.references('department.id'))
      .addColumn('is_main', types.integer, (column) => column.notNull())
      .addColumn('is_pulled', types.integer, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('page_network_handle')
    .on('page')
    .columns(['network', 'handle'])
    .unique()
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
  await createTable(
    'snapshot',
    (table) =>
      table
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('metric', types.text, (column) => column.notNull())
        .addColumn('day', types.text, (column) => column.notNull())
        .addColumn('source', types.text, (column) => column.notNull())
        .addColumn('value', types.money, (column) => column.notNull())
        .addColumn('precision', types.text, (column) => column.notNull())
        .addColumn('captured_at', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('snapshot_key', ['page_id', 'metric', 'day', 'source'] as never),
    { clustered: true },
  );
  await createTable('task_slot', (table) =>
    table
      .addColumn('task', types.text, (column) => column.notNull())
      .addColumn('slot', types.text, (column) => column.notNull())
      .addColumn('claimed_by', types.text, (column) => column.notNull())
      .addColumn('claimed_at', types.text, (column) => column.notNull())
      .addColumn('lease_until', types.text, (column) => column.notNull())
      .addColumn('finished_at', types.text)
      .addPrimaryKeyConstraint('task_slot_key', ['task', 'slot'] as never),
  );
  await createTable('pull_request', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('requested_at', types.text, (column) => column.notNull())
      .addColumn('requested_by', types.text)
      .addColumn('page_id', types.text, (column) => column.references('page.id'))
      .addColumn('status', types.text, (column) => column.notNull())
      .addColumn('pull_id', types.text),
  );
  await db.schema
    .createIndex('pull_request_status')
    .on('pull_request')
    .columns(['status', 'requested_at'])
    .execute();
  await createTable('pull', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('reason', types.text, (column) => column.notNull())
      .addColumn('day', types.text, (column) => column.notNull())
      .addColumn('started_at', types.text, (column) => column.notNull())
      .addColumn('finished_at', types.text)
      .addColumn('pages', types.integer, (column) => column.notNull())
      .addColumn('pages_done', types.integer, (column) => column.notNull())
      .addColumn('pages_failed', types.integer, (column) => column.notNull())
      .addColumn('calls', types.integer, (column) => column.notNull()),
  );
  await db.schema.createIndex('pull_started').on('pull').column('started_at').execute();
  await createTable(
    'pull_outcome',
    (table) =>
      table
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('at', types.text, (column) => column.notNull())
        .addColumn('pull_id', types.text, (column) => column.notNull().references('pull.id'))
        .addColumn('outcome', types.text, (column) => column.notNull())
        .addColumn('details', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('pull_outcome_key', ['page_id', 'at', 'pull_id'] as never),
    { clustered: true },
  );
}
