import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** On a network of many servers one name is an account on each; without a server it is the usual one's. */
export async function tellPageServers({ db }: MigrationTools): Promise<void> {
  await db.schema.dropIndex('page_network_handle').execute();
  await sql`create unique index page_network_handle on page (network, handle,
    (case when network = 'mastodon' then coalesce(base_url, 'https://mastodon.social') else '' end))
    where deleted_at is null`.execute(db);
}
