import type { MigrationTools } from '../columns.ts';

/** What a network calls an account now, and where the account says that it has moved to. */
export async function tellPageNews({ db }: MigrationTools): Promise<void> {
  await db.schema.alterTable('page').addColumn('seen_handle', 'text').execute();
  await db.schema.alterTable('page').addColumn('moved_to', 'text').execute();
}
