import type { MigrationTools } from '../columns.ts';

/** Whose office it is: one row, with the name that files and reports carry. */
export async function createEntity({ types, createTable }: MigrationTools) {
  await createTable('entity', (table) =>
    table
      .addColumn('id', types.integer, (column) => column.primaryKey())
      .addColumn('name', types.text),
  );
}
