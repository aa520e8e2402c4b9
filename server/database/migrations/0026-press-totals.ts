import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/**
 * A month's total of free press says whether somebody chose to count records beside it; what is
 * stored is counted as before. A sheet that is looked at says which months would count both.
 */
export async function createPressTotals({ db, types }: MigrationTools): Promise<void> {
  await db.schema
    .alterTable('press_tally')
    .addColumn('beside_records', types.integer, (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update press_tally set beside_records = 1
    where exists (
      select 1 from press_month
      where press_month.month = press_tally.month and press_month.channel = press_tally.channel
        and press_month.source = 'records' and press_month.count > 0
    )
    -- Closed months take no change; one that is opened again asks once.
    and not exists (select 1 from month_close where month_close.month = press_tally.month)
  `.execute(db);
  await db.schema
    .alterTable('sheet_import')
    .addColumn('both_counted', types.text, (column) => column.notNull().defaultTo('[]'))
    .execute();
}
