import type { MigrationTools } from '../columns.ts';

/** Appearances that look alike and that somebody said are two. */
export async function createLikeness({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable(
    'clipping_apart',
    (table) =>
      table
        // In the order of the identifiers, so that a pair is there once.
        .addColumn('one_id', types.text, (column) => column.notNull().references('clipping.id'))
        .addColumn('other_id', types.text, (column) => column.notNull().references('clipping.id'))
        .addPrimaryKeyConstraint('clipping_apart_key', ['one_id', 'other_id'] as never),
    { clustered: true },
  );
  await db.schema
    .createIndex('clipping_evidence_evidence')
    .on('clipping_evidence')
    .columns(['evidence_id', 'clipping_id'])
    .execute();
}
