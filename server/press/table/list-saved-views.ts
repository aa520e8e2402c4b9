import { SavedViewFields, type SavedViewRow } from '../../../shared/press/saved-view.ts';
import type { Actor, ActorContext } from '../../context.ts';

/** By what the views of a person are told from those of others. */
export function ownerOf({ id, role }: Actor): string {
  return id ?? role;
}

/** One's own views and those that others share, by name. */
export async function listSavedViews({ database, actor }: ActorContext): Promise<SavedViewRow[]> {
  const owner = ownerOf(actor);
  const rows = await database.db
    .selectFrom('savedView')
    .selectAll()
    .where((row) => row.or([row('ownerId', '=', owner), row('isShared', '=', 1)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, version, ownerId, ownerName, name, isShared, content }) => ({
    id,
    version,
    ownerName,
    isOwn: ownerId === owner,
    ...SavedViewFields.parse({ name, isShared: isShared === 1, ...JSON.parse(content) }),
  }));
}
