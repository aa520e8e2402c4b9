import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

const dimensions = {
  department: 'department_id',
  place: 'place_id',
  responsible: 'responsible',
} as const;

/** How much output each month has of each kind by department, place and who made it; empty where items say none. */
export async function createOutputRollups({ db, types, createTable }: MigrationTools) {
  await createTable(
    'output_month_by',
    (table) =>
      table
        .addColumn('dimension', types.text, (column) => column.notNull())
        .addColumn('month', types.text, (column) => column.notNull())
        .addColumn('kind', types.text, (column) => column.notNull())
        .addColumn('value', types.text, (column) => column.notNull())
        .addColumn('count', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('output_month_by_key', [
          'dimension',
          'month',
          'kind',
          'value',
        ] as never),
    { clustered: true },
  );
  for (const [dimension, column] of Object.entries(dimensions)) {
    await sql`
      insert into output_month_by (dimension, month, kind, value, count)
      select ${dimension}, month, kind, coalesce(${sql.ref(column)}, ''), count(*)
      from output_item
      where deleted_at is null
      group by month, kind, coalesce(${sql.ref(column)}, '')
    `.execute(db);
  }
}
