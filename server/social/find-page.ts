import { sql } from 'kysely';
import type { OpenDatabase } from '../database/connection.ts';

/** The page of a network and handle, case aside; nothing when there is none. */
export async function findPage(
  { db }: OpenDatabase,
  { network, handle }: { network: string; handle: string },
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('page')
    .select('id')
    .where('network', '=', network)
    .where(sql`lower(handle)`, '=', sql`lower(${handle})`)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}
