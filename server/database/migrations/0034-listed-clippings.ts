import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/**
 * Holds what the table of appearances is put in order and filtered by: SQLite puts all that match in order
 * without reading the appearances themselves, which are ten times as long. PostgreSQL reads them beside
 * whoever else asks.
 */
export async function indexListedClippings({ db, dialect }: MigrationTools): Promise<void> {
  if (dialect !== 'sqlite') return;
  await db.schema
    .createIndex('clipping_listed')
    .on('clipping')
    .columns(['day', 'id', 'outlet_id', 'channel', 'format', 'tone', 'standing'])
    .columns(['author', 'section', 'topic', 'spokesperson', 'origin', 'grade', 'review_state'])
    .columns(['entry', 'updated_at', 'department_id', 'event_id', 'is_paid', 'under_contract'])
    .columns(['value_cop', 'deleted_at'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
}
