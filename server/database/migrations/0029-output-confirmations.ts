import { type Kysely, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** Everything that is counted of output, by month. */
const counted = ['output_month', 'output_month_by', 'output_month_state'] as const;

async function guardSqlite(run: (text: string) => Promise<unknown>): Promise<void> {
  const isConfirmed = (month: string) =>
    `(select action from output_confirmation where month = ${month} order by revision desc limit 1) = 'confirm'`;
  const refuse = (name: string, moment: string, condition: string, reason: string) =>
    run(`create trigger ${name} before ${moment} ${condition && `when ${condition}`}
      begin select raise(abort, '${reason}'); end`);
  const reason = 'month_confirmed';
  for (const table of counted) {
    const either = `${isConfirmed('old.month')} or ${isConfirmed('new.month')}`;
    await refuse(
      `${table}_confirmed_insert`,
      `insert on ${table}`,
      isConfirmed('new.month'),
      reason,
    );
    await refuse(`${table}_confirmed_update`, `update on ${table}`, either, reason);
    await refuse(
      `${table}_confirmed_delete`,
      `delete on ${table}`,
      isConfirmed('old.month'),
      reason,
    );
  }
  for (const moment of ['update', 'delete']) {
    const on = `${moment} on output_confirmation`;
    await refuse(`output_confirmation_${moment}`, on, '', 'written_once');
  }
}

async function guardPostgres(run: (text: string) => Promise<unknown>): Promise<void> {
  await run(`create function output_is_confirmed(asked text) returns boolean language sql stable as $$
    select coalesce((select action = 'confirm' from output_confirmation where month = asked
      order by revision desc limit 1), false) $$`);
  await run(`create function refuse_confirmed_month() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' and output_is_confirmed(old.month) then
      raise exception 'month_confirmed'; end if;
    if tg_op <> 'DELETE' and output_is_confirmed(new.month) then
      raise exception 'month_confirmed'; end if;
    if tg_op = 'DELETE' then return old; end if;
    return new; end $$`);
  const guard = (table: string, moments: string, rule: string) =>
    run(`create trigger ${table}_guard before ${moments} on ${table}
      for each row execute function ${rule}()`);
  for (const table of counted) {
    await guard(table, 'insert or delete or update', 'refuse_confirmed_month');
  }
  await guard('output_confirmation', 'update or delete', 'refuse_rewriting');
}

/** Months whose output was confirmed: revisions that nothing changes, and counts that nothing moves. */
export async function createOutputConfirmations({
  db,
  dialect,
  types,
  createTable,
}: MigrationTools): Promise<void> {
  await createTable('output_confirmation', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('month', types.text, (column) => column.notNull())
      .addColumn('revision', types.integer, (column) => column.notNull())
      // `confirm` or `reopen`.
      .addColumn('action', types.text, (column) => column.notNull())
      .addColumn('at', types.text, (column) => column.notNull())
      .addColumn('actor_id', types.text)
      .addColumn('actor_name', types.text, (column) => column.notNull())
      .addColumn('reason', types.text)
      .addColumn('frozen', types.text)
      .addUniqueConstraint('output_confirmation_revision', ['month', 'revision'] as never),
  );
  const run = (text: string) => sql.raw(text).execute(db as Kysely<unknown>);
  await (dialect === 'sqlite' ? guardSqlite(run) : guardPostgres(run));
}
