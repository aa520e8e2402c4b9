import type { ClippingFields } from '../../shared/press/schemas.ts';
import { rememberPeople } from '../accounts/known-people.ts';
import type { Write } from '../transaction.ts';

/** Writes authors and spokespersons as they are known. */
export async function settlePeople(
  write: Write,
  rows: readonly ClippingFields[],
): Promise<ClippingFields[]> {
  const named = rows.flatMap(({ author, spokesperson }) => [author, spokesperson]);
  const { known } = await rememberPeople(write, named, { mayRename: false });
  const settled = (name: string | null) => (name === null ? null : known(name));
  return rows.map((row) => ({
    ...row,
    author: settled(row.author),
    spokesperson: settled(row.spokesperson),
  }));
}
