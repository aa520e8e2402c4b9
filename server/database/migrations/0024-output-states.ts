import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

const dimensions = {
  department: 'department_id',
  place: 'place_id',
  responsible: 'responsible',
} as const;

async function addStates({ db, dialect, types }: MigrationTools): Promise<void> {
  await db.schema
    .alterTable('output_item')
    .addColumn('state', types.text, (column) => column.notNull().defaultTo('done'))
    .execute();
  await db.schema.alterTable('output_item').addColumn('state_reason', types.text).execute();
  // Days are the office's and its time zone is not known here: in UTC, at most hours from it.
  const day =
    dialect === 'sqlite' ? sql`date('now')` : sql`to_char(now() at time zone 'UTC', 'YYYY-MM-DD')`;
  await sql`update output_item set state = 'planned' where day > ${day}`.execute(db);
  await db.schema
    .createIndex('output_item_planned')
    .on('output_item')
    .columns(['day', 'id'])
    .where(sql.ref('state'), '=', sql.lit('planned'))
    .execute();
}

/** What a month holds is counted as before, whatever holds both records and a total. */
async function keepBoth({ db, types }: MigrationTools): Promise<void> {
  await db.schema
    .alterTable('output_tally')
    .addColumn('beside_records', types.integer, (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update output_tally set beside_records = 1
    where exists (
      select 1 from output_item
      where output_item.month = output_tally.month and output_item.kind = output_tally.kind
        and output_item.deleted_at is null and output_item.state = 'done'
    )
  `.execute(db);
}

async function countAgain({ db }: MigrationTools): Promise<void> {
  await sql`delete from output_month where source = 'records'`.execute(db);
  await sql`
    insert into output_month (month, kind, source, count)
    select month, kind, 'records', count(*) from output_item
    where deleted_at is null and state = 'done'
    group by month, kind
  `.execute(db);
  await sql`delete from output_month_by`.execute(db);
  for (const [dimension, name] of Object.entries(dimensions)) {
    const value = sql`coalesce(${sql.ref(name)}, '')`;
    await sql`
      insert into output_month_by (dimension, month, kind, value, count)
      select ${dimension}, month, kind, ${value}, count(*) from output_item
      where deleted_at is null and state = 'done'
      group by month, kind, ${value}
    `.execute(db);
    await sql`
      insert into output_month_state (dimension, state, month, kind, value, count)
      select ${dimension}, state, month, kind, ${value}, count(*) from output_item
      where deleted_at is null and state <> 'done'
      group by state, month, kind, ${value}
    `.execute(db);
  }
}

/**
 * What of the output is to come, happened or was called off. What is stored happened, unless its day
 * is still to come; the roll-ups count what happened, and beside them stands the rest.
 */
export async function createOutputStates(tools: MigrationTools): Promise<void> {
  const { types, createTable } = tools;
  await addStates(tools);
  await keepBoth(tools);
  await createTable(
    'output_month_state',
    (table) =>
      table
        .addColumn('dimension', types.text, (column) => column.notNull())
        .addColumn('state', types.text, (column) => column.notNull())
        .addColumn('month', types.text, (column) => column.notNull())
        .addColumn('kind', types.text, (column) => column.notNull())
        .addColumn('value', types.text, (column) => column.notNull())
        .addColumn('count', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('output_month_state_key', [
          'dimension',
          'state',
          'month',
          'kind',
          'value',
        ] as never),
    { clustered: true },
  );
  await countAgain(tools);
}
