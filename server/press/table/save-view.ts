import { randomUUID } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { SavedViewChange, SavedViewFields } from '../../../shared/press/saved-view.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { authorise } from '../../http/procedures.ts';
import { transact, type Write } from '../../transaction.ts';
import { ownerOf } from './list-saved-views.ts';

const record = 'saved_view';
const sharers = ['admin', 'coordinator', 'press', 'secretary'] as const;

function refuseSharing(context: ActorContext, { isShared }: SavedViewFields): void {
  if (isShared) authorise(context, sharers);
}

function columnsOf({ name, isShared, ...content }: SavedViewFields) {
  return {
    name,
    isShared: isShared ? (1 as const) : (0 as const),
    content: JSON.stringify(content),
  };
}

/** @throws {AltavozFailure} `record_not_found` for a view of somebody else; `record_changed`. */
async function findOwn(write: Write, at: RecordVersion): Promise<void> {
  const row = await write.db
    .selectFrom('savedView')
    .select(['version', 'updatedAt', 'updatedBy'])
    .where('id', '=', at.id)
    .where('ownerId', '=', ownerOf(write.actor))
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record, id: at.id });
  if (row.version === at.version) return;
  const { version: currentVersion, updatedAt: changedAt, updatedBy: changedBy } = row;
  const changed = { currentVersion, changedAt, changedBy };
  throw new AltavozFailure({ code: 'record_changed', record, id: at.id, ...changed });
}

/**
 * Keeps a way of looking at the table under a name, for oneself or for everybody.
 * @throws {AltavozFailure} `role_not_allowed` when this role does not share.
 */
export function createSavedView(
  context: ActorContext,
  fields: SavedViewFields,
): Promise<RecordVersion> {
  refuseSharing(context, fields);
  return transact(context, ['press'], async (write) => {
    const at = { id: randomUUID(), version: 1 };
    const owner = { ownerId: ownerOf(write.actor), ownerName: write.actor.name };
    const stamp = { updatedAt: write.at, updatedBy: write.actor.name };
    const row = { ...at, ...owner, ...columnsOf(fields), ...stamp };
    await write.db.insertInto('savedView').values(row).execute();
    await write.audit({ action: 'create', record, recordId: at.id, details: { after: fields } });
    return at;
  });
}

/**
 * Changes a view of one's own.
 * @throws {AltavozFailure} `role_not_allowed`, `record_not_found`, `record_changed`.
 */
export function updateSavedView(
  context: ActorContext,
  { at, fields }: SavedViewChange,
): Promise<RecordVersion> {
  refuseSharing(context, fields);
  return transact(context, ['press'], async (write) => {
    await findOwn(write, at);
    const after = { id: at.id, version: at.version + 1 };
    const stamp = { updatedAt: write.at, updatedBy: write.actor.name, version: after.version };
    const columns = { ...columnsOf(fields), ...stamp };
    await write.db.updateTable('savedView').set(columns).where('id', '=', at.id).execute();
    await write.audit({ action: 'update', record, recordId: at.id, details: { after: fields } });
    return after;
  });
}

/** Forgets a view of one's own. @throws {AltavozFailure} `record_not_found`, `record_changed`. */
export function removeSavedView(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    await findOwn(write, at);
    await write.db.deleteFrom('savedView').where('id', '=', at.id).execute();
    await write.audit({ action: 'remove', record, recordId: at.id, details: {} });
    return at;
  });
}
