import { type Kysely, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/**
 * The columns of an appearance that a closed month keeps as they are. What search looks through
 * is not one of them: it follows the name of the outlet.
 */
const keptColumns = [
  'outlet_id',
  'channel',
  'format',
  'section',
  'day',
  'month',
  'title',
  'url',
  'author',
  'tone',
  'is_paid',
  'department_id',
  'notes',
  'page_label',
  'topic',
  'spokesperson',
  'origin',
  'event_id',
  'under_contract',
  'syndication_id',
  'review_state',
  'measures',
  'rate_id',
  'standing',
  'value_cop',
  'value_with_vat_cop',
  'grade',
  'valuation',
  'deleted_at',
].join(', ');

const links = ['clipping_evidence', 'clipping_key_message'] as const;
const writtenOnce = ['month_close', 'month_close_clipping', 'month_close_file'] as const;

async function guardSqlite(run: (text: string) => Promise<unknown>): Promise<void> {
  const isClosed = (month: string) =>
    `(select action from month_close where month = ${month} order by revision desc limit 1) = 'close'`;
  const refuse = (name: string, moment: string, condition: string, reason: string) =>
    run(`create trigger ${name} before ${moment} ${condition && `when ${condition}`}
      begin select raise(abort, '${reason}'); end`);
  const closed = 'month_closed';
  for (const table of ['clipping', 'press_tally']) {
    const columns = table === 'clipping' ? ` of ${keptColumns}` : '';
    const either = `${isClosed('old.month')} or ${isClosed('new.month')}`;
    await refuse(`${table}_closed_insert`, `insert on ${table}`, isClosed('new.month'), closed);
    await refuse(`${table}_closed_update`, `update${columns} on ${table}`, either, closed);
    await refuse(`${table}_closed_delete`, `delete on ${table}`, isClosed('old.month'), closed);
  }
  const monthOf = (row: string) => `(select month from clipping where id = ${row}.clipping_id)`;
  for (const table of links) {
    for (const [moment, row] of [
      ['insert', 'new'],
      ['update', 'old'],
      ['delete', 'old'],
    ] as const) {
      const condition = isClosed(monthOf(row));
      await refuse(`${table}_closed_${moment}`, `${moment} on ${table}`, condition, closed);
    }
  }
  for (const table of writtenOnce) {
    for (const moment of ['update', 'delete']) {
      await refuse(`${table}_${moment}`, `${moment} on ${table}`, '', 'written_once');
    }
  }
}

async function guardPostgres(run: (text: string) => Promise<unknown>): Promise<void> {
  await run(`create function month_is_closed(asked text) returns boolean language sql stable as $$
    select coalesce((select action = 'close' from month_close where month = asked
      order by revision desc limit 1), false) $$`);
  await run(`create function refuse_closed_month() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' and month_is_closed(old.month) then raise exception 'month_closed'; end if;
    if tg_op <> 'DELETE' and month_is_closed(new.month) then raise exception 'month_closed'; end if;
    if tg_op = 'DELETE' then return old; end if;
    return new; end $$`);
  await run(`create function refuse_closed_link() returns trigger language plpgsql as $$
    declare linked text; begin
    if tg_op = 'INSERT' then linked := new.clipping_id; else linked := old.clipping_id; end if;
    if month_is_closed((select month from clipping where id = linked)) then
      raise exception 'month_closed'; end if;
    if tg_op = 'DELETE' then return old; end if;
    return new; end $$`);
  await run(`create function refuse_rewriting() returns trigger language plpgsql as $$ begin
    raise exception 'written_once'; end $$`);
  const guard = (table: string, moments: string, rule: string) =>
    run(`create trigger ${table}_guard before ${moments} on ${table}
      for each row execute function ${rule}()`);
  await guard('clipping', `insert or delete or update of ${keptColumns}`, 'refuse_closed_month');
  await guard('press_tally', 'insert or delete or update', 'refuse_closed_month');
  for (const table of links) {
    await guard(table, 'insert or delete or update', 'refuse_closed_link');
  }
  for (const table of writtenOnce) await guard(table, 'update or delete', 'refuse_rewriting');
}

/** What is said of appearances, from what value on they are looked at, and closed months that nothing moves. */
export async function createReview({ db, dialect, types, createTable }: MigrationTools) {
  await createTable('clipping_comment', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('clipping_id', types.text, (column) => column.notNull().references('clipping.id'))
      // `comment` or `sent_back`.
      .addColumn('kind', types.text, (column) => column.notNull())
      .addColumn('text', types.text, (column) => column.notNull())
      .addColumn('at', types.text, (column) => column.notNull())
      .addColumn('actor_id', types.text)
      .addColumn('actor_name', types.text, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('clipping_comment_clipping')
    .on('clipping_comment')
    .columns(['clipping_id', 'at'])
    .execute();
  await createTable('review_threshold', (table) =>
    table
      .addColumn('id', types.integer, (column) => column.primaryKey())
      .addColumn('amount_cop', types.money),
  );
  await createTable('month_close_file', (table) =>
    table
      .addColumn('month_close_id', types.text, (column) =>
        column.notNull().references('month_close.id'),
      )
      .addColumn('format', types.text, (column) => column.notNull())
      .addColumn('sha256', types.text, (column) => column.notNull())
      .addColumn('bytes', types.bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('month_close_file_key', ['month_close_id', 'format'] as never),
  );
  const run = (text: string) => sql.raw(text).execute(db as Kysely<unknown>);
  await (dialect === 'sqlite' ? guardSqlite(run) : guardPostgres(run));
}
