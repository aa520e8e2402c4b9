import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Area } from '../../transaction.ts';

/**
 * The revisions of some areas as one text: the same text means that nobody wrote in them.
 * @param own how many of them a write under way made itself.
 */
export async function readRevisions(
  db: Kysely<Tables>,
  areas: readonly Area[],
  own = 0,
): Promise<string> {
  const rows = await db.selectFrom('areaRevision').select(['area', 'revision']).execute();
  const revisions = new Map(rows.map(({ area, revision }) => [area, Number(revision)]));
  return areas.map((area) => `${area} ${(revisions.get(area) ?? 0) - own}`).join(', ');
}
