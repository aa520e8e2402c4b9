import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** Entries of feeds are looked up by their address whenever somebody captures a link. */
export async function indexEntryAddresses({ db }: MigrationTools): Promise<void> {
  await db.schema
    .createIndex('feed_entry_url_key')
    .on('feed_entry')
    .column('url_key')
    .where(sql.ref('url_key'), 'is not', null)
    .execute();
}
