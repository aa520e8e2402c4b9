import { type Kysely, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

interface Found {
  id: string;
  search_text: string;
  topic: string | null;
  spokesperson: string | null;
  notes: string | null;
}

/** What an appearance is found by, as words alone: each has a space before it. */
function wordsOf({ search_text, topic, spokesperson, notes }: Found): string {
  const text = [search_text, topic, spokesperson, notes].filter(Boolean).join(' ');
  const plain = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ` ${word}`).join('');
}

async function writeWords(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Found>`
    select id, search_text, topic, spokesperson, notes from clipping`.execute(db);
  for (const row of rows) {
    await sql`update clipping set search_text = ${wordsOf(row)} where id = ${row.id}`.execute(db);
  }
}

/** An index of the words that follows the appearances by itself, and how common each word is. */
async function indexOnSqlite(run: (text: string) => Promise<unknown>): Promise<void> {
  await run(`create virtual table clipping_search using fts5(search_text, content='clipping',
    content_rowid='rowid', detail=none, columnsize=0, prefix='2 3',
    tokenize='unicode61 remove_diacritics 0')`);
  await run(`insert into clipping_search(clipping_search) values ('rebuild')`);
  await run(`create virtual table clipping_word using fts5vocab(clipping_search, 'row')`);
  const add = 'insert into clipping_search(rowid, search_text) values (new.rowid, new.search_text)';
  const drop = `insert into clipping_search(clipping_search, rowid, search_text)
    values ('delete', old.rowid, old.search_text)`;
  await run(`create trigger clipping_search_insert after insert on clipping begin ${add}; end`);
  await run(`create trigger clipping_search_delete after delete on clipping begin ${drop}; end`);
  await run(`create trigger clipping_search_update after update of search_text on clipping
    when old.search_text <> new.search_text begin ${drop}; ${add}; end`);
}

function indexOnPostgres(run: (text: string) => Promise<unknown>): Promise<unknown> {
  return run(`create index clipping_search on clipping using gin
    (array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')))`);
}

/** What the table of appearances needs: words to search, views that people keep, and batches with a way back. */
export async function createClippingTable({ db, dialect, types, createTable }: MigrationTools) {
  await writeWords(db);
  const run = (text: string) => sql.raw(text).execute(db);
  await (dialect === 'sqlite' ? indexOnSqlite(run) : indexOnPostgres(run));
  await createTable('saved_view', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('version', types.integer, (column) => column.notNull())
      .addColumn('owner_id', types.text, (column) => column.notNull())
      .addColumn('owner_name', types.text, (column) => column.notNull())
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('is_shared', types.integer, (column) => column.notNull())
      .addColumn('content', types.text, (column) => column.notNull())
      .addColumn('updated_at', types.text, (column) => column.notNull())
      .addColumn('updated_by', types.text),
  );
  await createTable('clipping_batch', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('at', types.text, (column) => column.notNull())
      .addColumn('actor_name', types.text, (column) => column.notNull())
      .addColumn('change', types.text, (column) => column.notNull())
      .addColumn('count', types.integer, (column) => column.notNull())
      .addColumn('undone_at', types.text)
      .addColumn('undone_by', types.text)
      .addColumn('kept', types.integer, (column) => column.notNull()),
  );
  await createTable(
    'clipping_batch_row',
    (table) =>
      table
        .addColumn('batch_id', types.text, (column) =>
          column.notNull().references('clipping_batch.id'),
        )
        .addColumn('clipping_id', types.text, (column) =>
          column.notNull().references('clipping.id'),
        )
        .addColumn('version_after', types.integer, (column) => column.notNull())
        .addColumn('before', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('clipping_batch_row_key', ['batch_id', 'clipping_id'] as never),
    { clustered: true },
  );
}
