import type { MigrationTools } from '../columns.ts';

/**
 * A batch of appearances that followed an outlet says which one, in which version and what it was;
 * a sheet that is looked at says what it would do to the appearances of its outlets.
 */
export async function createOutletReach({ db, types }: MigrationTools): Promise<void> {
  const added = [
    ['outlet_id', types.text],
    ['outlet_version', types.integer],
    ['outlet_move', types.text],
  ] as const;
  for (const [column, type] of added) {
    await db.schema.alterTable('revaluation').addColumn(column, type).execute();
  }
  await db.schema.alterTable('sheet_import').addColumn('reach', types.text).execute();
}
