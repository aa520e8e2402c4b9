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

async function widenOutlets({ db, types }: MigrationTools): Promise<void> {
  for (const name of ['audience', 'monthly_visitors']) {
    await db.schema.alterTable('outlet').addColumn(name, types.integer).execute();
  }
  for (const name of ['domains', 'contracts']) {
    await db.schema
      .alterTable('outlet')
      .addColumn(name, types.text, (column) => column.notNull().defaultTo('[]'))
      .execute();
  }
}

async function widenClippings({ db, types }: MigrationTools): Promise<void> {
  const absent = ['page_label', 'topic', 'spokesperson', 'origin', 'url_key', 'syndication_id'];
  for (const name of [...absent, 'review_state', 'reviewed_at', 'reviewed_by']) {
    await db.schema.alterTable('clipping').addColumn(name, types.text).execute();
  }
  await db.schema
    .alterTable('clipping')
    .addColumn('event_id', types.text, (column) => column.references('output_item.id'))
    .execute();
  await db.schema
    .alterTable('clipping')
    .addColumn('under_contract', types.integer, (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('clipping')
    .addColumn('title_key', types.text, (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema
    .alterTable('clipping')
    .addColumn('entry', types.text, (column) => column.notNull().defaultTo('manual'))
    .execute();
  for (const column of ['url_key', 'syndication_id', 'event_id']) {
    await db.schema
      .createIndex(`clipping_${column}`)
      .on('clipping')
      .column(column)
      .where(sql.ref(column), 'is not', null)
      .execute();
  }
  await db.schema
    .createIndex('clipping_title_key')
    .on('clipping')
    .columns(['title_key', 'day'])
    .execute();
  await db.schema
    .createIndex('clipping_month')
    .on('clipping')
    .columns(['month', 'channel', 'id'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
}

/** A title as it is compared with others: letters and digits alone, accents and case aside. */
function folded(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

async function foldTitles({ db }: MigrationTools): Promise<void> {
  const { rows } = await sql<{ id: string; title: string }>`select id, title from clipping`.execute(
    db,
  );
  for (const { id, title } of rows) {
    await sql`update clipping set title_key = ${folded(title)} where id = ${id}`.execute(db);
  }
}

async function createEvidence({ types, createTable }: MigrationTools): Promise<void> {
  await createTable('evidence', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('sha256', types.text, (column) => column.notNull().unique())
      .addColumn('media_type', types.text, (column) => column.notNull())
      .addColumn('size_bytes', types.integer, (column) => column.notNull())
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('created_at', types.text, (column) => column.notNull())
      .addColumn('created_by', types.text),
  );
  await createTable('evidence_chunk', (table) =>
    table
      .addColumn('evidence_id', types.text, (column) => column.notNull().references('evidence.id'))
      .addColumn('position', types.integer, (column) => column.notNull())
      .addColumn('bytes', types.bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('evidence_chunk_key', ['evidence_id', 'position'] as never),
  );
  await createTable(
    'clipping_evidence',
    (table) =>
      table
        .addColumn('clipping_id', types.text, (column) =>
          column.notNull().references('clipping.id'),
        )
        .addColumn('evidence_id', types.text, (column) =>
          column.notNull().references('evidence.id'),
        )
        .addColumn('position', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('clipping_evidence_key', ['clipping_id', 'evidence_id'] as never),
    { clustered: true },
  );
}

async function createKeyMessages({ types, createTable }: MigrationTools): Promise<void> {
  await createTable('key_message', (table) =>
    recordColumns(table, types).addColumn('text', types.text, (column) => column.notNull()),
  );
  await createTable(
    'clipping_key_message',
    (table) =>
      table
        .addColumn('clipping_id', types.text, (column) =>
          column.notNull().references('clipping.id'),
        )
        .addColumn('key_message_id', types.text, (column) =>
          column.notNull().references('key_message.id'),
        )
        .addPrimaryKeyConstraint('clipping_key_message_key', [
          'clipping_id',
          'key_message_id',
        ] as never),
    { clustered: true },
  );
}

async function createPolicies({ types, createTable }: MigrationTools): Promise<void> {
  await createTable('flat_policy', (table) =>
    recordColumns(table, types)
      .addColumn('format', types.text, (column) => column.notNull())
      .addColumn('price_cop', types.money, (column) => column.notNull())
      .addColumn('net_price_cop', types.money, (column) => column.notNull())
      .addColumn('vat_rate', types.text, (column) => column.notNull())
      .addColumn('vat_included', types.integer, (column) => column.notNull())
      .addColumn('valid_from', types.text, (column) => column.notNull())
      .addColumn('valid_to', types.text)
      .addColumn('source_reference', types.text, (column) => column.notNull())
      .addColumn('approved_by', types.text),
  );
}

async function createCloses({ types, createTable }: MigrationTools): Promise<void> {
  await createTable('month_close', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('month', types.text, (column) => column.notNull())
      .addColumn('revision', types.integer, (column) => column.notNull())
      .addColumn('action', types.text, (column) => column.notNull())
      .addColumn('at', types.text, (column) => column.notNull())
      .addColumn('actor_id', types.text)
      .addColumn('actor_name', types.text, (column) => column.notNull())
      .addColumn('reason', types.text)
      .addColumn('frozen', types.text)
      .addUniqueConstraint('month_close_revision', ['month', 'revision'] as never),
  );
  await createTable(
    'month_close_clipping',
    (table) =>
      table
        .addColumn('month_close_id', types.text, (column) =>
          column.notNull().references('month_close.id'),
        )
        .addColumn('position', types.integer, (column) => column.notNull())
        .addColumn('clipping_id', types.text, (column) => column.notNull())
        .addColumn('frozen_row', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('month_close_clipping_key', [
          'month_close_id',
          'position',
        ] as never),
    { clustered: true },
  );
}

/** The roll-up by tone, grade and contract starts from the appearances that are there. */
async function createMix({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable(
    'press_month_mix',
    (table) =>
      table
        .addColumn('month', types.text, (column) => column.notNull())
        .addColumn('channel', types.text, (column) => column.notNull())
        .addColumn('tone', types.text, (column) => column.notNull())
        .addColumn('grade', types.text, (column) => column.notNull())
        .addColumn('under_contract', types.integer, (column) => column.notNull())
        .addColumn('count', types.integer, (column) => column.notNull())
        .addColumn('value', types.money, (column) => column.notNull())
        .addColumn('with_vat', types.money, (column) => column.notNull())
        .addPrimaryKeyConstraint('press_month_mix_key', [
          'month',
          'channel',
          'tone',
          'grade',
          'under_contract',
        ] as never),
    { clustered: true },
  );
  await sql`insert into press_month_mix
      (month, channel, tone, grade, under_contract, count, value, with_vat)
    select month, channel, coalesce(tone, ''), coalesce(grade, ''), under_contract,
      count(*), coalesce(sum(value_cop), 0), coalesce(sum(value_with_vat_cop), 0)
    from clipping where deleted_at is null and standing <> 'not_counted'
    group by month, channel, coalesce(tone, ''), coalesce(grade, ''), under_contract`.execute(db);
}

/** What free press needs beyond its first tables: evidence, key messages, policies and closed months. */
export async function widenPress(tools: MigrationTools): Promise<void> {
  await widenOutlets(tools);
  await widenClippings(tools);
  await foldTitles(tools);
  await createEvidence(tools);
  await createKeyMessages(tools);
  await createPolicies(tools);
  await createCloses(tools);
  await createMix(tools);
}
