import type { MigrationTools } from '../columns.ts';

/**
 * Says of posts, and of what each source told of them, whether counts are 0 by the network's word
 * about those that it leaves out of its figures.
 */
export async function markImpliedCounts({ db, types }: MigrationTools): Promise<void> {
  for (const table of ['post', 'post_reading']) {
    await db.schema
      .alterTable(table)
      .addColumn('implied', types.integer, (column) => column.notNull().defaultTo(0))
      .execute();
  }
}
