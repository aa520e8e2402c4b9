import type { Kysely } from 'kysely';
import { foldHeading } from '../../../shared/files/table.ts';
import { personKey } from '../../../shared/people.ts';
import type { Tables } from '../../database/schema.ts';

/** The names that a text may mean: places of the office's list, and people as they are known. */
export interface KnownNames {
  place(said: unknown): { id: string; name: string } | undefined;
  person(said: unknown): unknown;
}

/** Reads the places and the people that a sheet may name in its own way. */
export async function selectNames(db: Kysely<Tables>): Promise<KnownNames> {
  const placeRows = await db
    .selectFrom('place')
    .select(['id', 'name'])
    .where('deletedAt', 'is', null)
    .execute();
  const places = new Map(placeRows.map((row) => [foldHeading(row.name), row]));
  const people = await db.selectFrom('person').selectAll().execute();
  const names = new Map(people.map(({ nameKey, name }) => [nameKey, name]));
  return {
    place: (said) => (typeof said === 'string' ? places.get(foldHeading(said)) : undefined),
    person: (said) => (typeof said === 'string' ? (names.get(personKey(said)) ?? said) : said),
  };
}
