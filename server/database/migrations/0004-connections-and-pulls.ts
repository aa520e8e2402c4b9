import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/**
 * Many connections a network, each with its own life; pages that name theirs; pulls that are read
 * part by part (counts, days, posts, audience), and where each part of each page stands.
 */
export async function createConnectionsAndPulls({
  db,
  types,
  createTable,
}: MigrationTools): Promise<void> {
  await db.schema.alterTable('connection').renameTo('connection_of_network').execute();
  await createTable('connection', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('version', types.integer, (column) => column.notNull())
      .addColumn('created_at', types.text, (column) => column.notNull())
      .addColumn('updated_at', types.text, (column) => column.notNull())
      .addColumn('updated_by', types.text)
      .addColumn('deleted_at', types.text)
      .addColumn('network', types.text, (column) => column.notNull())
      .addColumn('label', types.text, (column) => column.notNull())
      .addColumn('base_url', types.text)
      .addColumn('secret', types.text)
      .addColumn('status', types.text, (column) => column.notNull())
      .addColumn('status_at', types.text)
      .addColumn('failure', types.text)
      .addColumn('expires_at', types.text)
      .addColumn('check_status', types.text, (column) => column.notNull())
      .addColumn('check_asked_at', types.text)
      .addColumn('checked_at', types.text)
      .addColumn('check_result', types.text),
  );
  await sql`insert into connection (id, version, created_at, updated_at, updated_by, deleted_at,
      network, label, base_url, secret, status, status_at, check_status)
    select network, version, updated_at, updated_at, updated_by, null,
      network, '', base_url, secret, status, status_at, 'none'
    from connection_of_network`.execute(db);
  await db.schema.dropTable('connection_of_network').execute();
  await db.schema
    .alterTable('page')
    .addColumn('connection_id', types.text, (column) => column.references('connection.id'))
    .execute();
  await db.schema.alterTable('page').addColumn('base_url', types.text).execute();

  for (const [name, type] of [
    ['cancel_asked_at', types.text],
    ['cancel_asked_by', types.text],
    ['ended', types.text],
  ] as const) {
    await db.schema.alterTable('pull').addColumn(name, type).execute();
  }
  for (const name of ['steps', 'steps_done', 'readings', 'posts_read', 'waited_ms']) {
    await db.schema
      .alterTable('pull')
      .addColumn(name, types.money, (column) => column.notNull().defaultTo(0))
      .execute();
  }
  for (const [table, kind] of [
    ['pull', 'daily'],
    ['pull_request', 'daily'],
  ] as const) {
    await db.schema
      .alterTable(table)
      .addColumn('kind', types.text, (column) => column.notNull().defaultTo(kind))
      .execute();
  }

  // What one pull made of one part of one page.
  await createTable(
    'pull_step',
    (table) =>
      table
        .addColumn('pull_id', types.text, (column) => column.notNull().references('pull.id'))
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('part', types.text, (column) => column.notNull())
        .addColumn('at', types.text, (column) => column.notNull())
        .addColumn('outcome', types.text, (column) => column.notNull())
        .addColumn('details', types.text, (column) => column.notNull())
        .addColumn('calls', types.integer, (column) => column.notNull())
        .addColumn('readings', types.integer, (column) => column.notNull())
        .addColumn('posts_read', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('pull_step_key', ['pull_id', 'page_id', 'part'] as never),
    { clustered: true },
  );
  await db.schema
    .createIndex('pull_step_page')
    .on('pull_step')
    .columns(['page_id', 'part', 'at'])
    .execute();
  // Where each part of each page stands: the last attempt, and how far back its history is read.
  await createTable(
    'page_part',
    (table) =>
      table
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('part', types.text, (column) => column.notNull())
        .addColumn('attempted_at', types.text)
        .addColumn('pull_id', types.text, (column) => column.references('pull.id'))
        .addColumn('outcome', types.text)
        .addColumn('details', types.text, (column) => column.notNull())
        .addColumn('succeeded_at', types.text)
        .addColumn('filled_from', types.text)
        .addColumn('fill_cursor', types.text)
        .addColumn('filled_at', types.text)
        .addPrimaryKeyConstraint('page_part_key', ['page_id', 'part'] as never),
    { clustered: true },
  );
  // The last attempt at each page stands where its parts stand; the counts were all that was read.
  await sql`insert into page_part
      (page_id, part, attempted_at, pull_id, outcome, details, succeeded_at)
    select outcome.page_id, 'counts', outcome.at, outcome.pull_id, outcome.outcome,
      outcome.details,
      (select max(good.at) from pull_outcome as good
        where good.page_id = outcome.page_id and good.outcome in ('ok', 'partial'))
    from pull_outcome as outcome
    where outcome.at = (
      select max(newest.at) from pull_outcome as newest where newest.page_id = outcome.page_id
    )`.execute(db);
  await sql`insert into pull_step
      (pull_id, page_id, part, at, outcome, details, calls, readings, posts_read)
    select pull_id, page_id, 'counts', max(at), max(outcome), max(details), 0, 0, 0
    from pull_outcome group by pull_id, page_id`.execute(db);
  await db.schema.dropTable('pull_outcome').execute();
  await sql`update pull set ended = 'whole' where finished_at is not null`.execute(db);
}
