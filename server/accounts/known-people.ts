import { betterName, personKey } from '../../shared/people.ts';
import type { Listed, ListPage } from '../../shared/records.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { searchConditions } from '../database/search.ts';
import type { Write } from '../transaction.ts';

/** A statement takes only so many parameters. */
const keysAtATime = 500;

interface Renamed {
  from: string;
  to: string;
}

async function selectKnown({ db }: Pick<OpenDatabase, 'db'>, keys: readonly string[]) {
  const known = new Map<string, string>();
  for (let start = 0; start < keys.length; start += keysAtATime) {
    const some = keys.slice(start, start + keysAtATime);
    const rows = await db.selectFrom('person').selectAll().where('nameKey', 'in', some).execute();
    for (const { nameKey, name } of rows) known.set(nameKey, name);
  }
  return known;
}

/** The best of the ways in which each person is written, by how names are compared. */
function bestOf(names: readonly (string | null)[]): Map<string, string> {
  const best = new Map<string, string>();
  for (const name of new Set(names)) {
    if (name === null) continue;
    const key = personKey(name);
    if (key !== '') best.set(key, betterName(best.get(key) ?? name, name));
  }
  return best;
}

/**
 * Remembers the people that records name, each under one way to write the name. Where a name is written
 * better than it is known, as with its accents, that becomes the known one, and what was stored under the
 * other is for the caller to rename; unless it may not.
 */
export async function rememberPeople(
  write: Write,
  names: readonly (string | null)[],
  { mayRename = true }: { mayRename?: boolean } = {},
): Promise<{ known(name: string): string; renamed: Renamed[] }> {
  const best = bestOf(names);
  const known = await selectKnown(write, [...best.keys()]);
  const renamed: Renamed[] = [];
  for (const [nameKey, name] of best) {
    const from = known.get(nameKey);
    const to = from === undefined ? name : mayRename ? betterName(from, name) : from;
    if (from === to) continue;
    if (from !== undefined) renamed.push({ from, to });
    known.set(nameKey, to);
    await write.db
      .insertInto('person')
      .values({ nameKey, name: to })
      .onConflict((conflict) => conflict.column('nameKey').doUpdateSet({ name: to }))
      .execute();
  }
  // A sheet names the same few people over and over, each a name to fold.
  const settled = new Map<string, string>();
  for (const name of names) {
    if (name !== null && !settled.has(name)) settled.set(name, known.get(personKey(name)) ?? name);
  }
  return { known: (name) => settled.get(name) ?? known.get(personKey(name)) ?? name, renamed };
}

/** The known way to write a name; the name as it is where nobody is called so. */
export async function knownName(database: Pick<OpenDatabase, 'db'>, name: string): Promise<string> {
  const key = personKey(name);
  return (await selectKnown(database, [key])).get(key) ?? name;
}

/** The people that records name and whose names hold every word of a search, for fields to suggest. */
export async function listPeople(
  { db }: Pick<OpenDatabase, 'db'>,
  { search, page, pageSize }: ListPage,
): Promise<Listed<string>> {
  let found = db.selectFrom('person');
  for (const condition of searchConditions('name_key', personKey(search))) {
    found = found.where(condition);
  }
  const rows = await found
    .select('name')
    .orderBy('nameKey')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(({ name }) => name), total: Number(total) };
}
