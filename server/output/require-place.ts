import { AltavozFailure } from '../../shared/failure.ts';
import type { Write } from '../transaction.ts';

/**
 * Checks that the places that items are to name exist; a removed one may still be named. Absent names
 * are passed over.
 * @throws {AltavozFailure} `record_not_found`.
 */
export async function requirePlace(
  write: Write,
  ...ids: readonly (string | null)[]
): Promise<void> {
  for (const id of new Set(ids)) {
    if (id === null) continue;
    const row = await write.db
      .selectFrom('place')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'place', id });
  }
}
