import type { Selectable } from 'kysely';
import { AltavozFailure } from '../../shared/failure.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { OutletTable } from '../database/press-schema.ts';

/**
 * The outlet that a record names; a removed one only where the record named it before.
 * @throws {AltavozFailure} `record_not_found`.
 */
export async function findOutlet(
  db: OpenDatabase['db'],
  id: string,
  evenRemoved = false,
): Promise<Selectable<OutletTable>> {
  const row = await db.selectFrom('outlet').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (row.deletedAt !== null && !evenRemoved)) {
    throw new AltavozFailure({ code: 'record_not_found', record: 'outlet', id });
  }
  return row;
}
