import { AltavozFailure } from '../../../shared/failure.ts';
import type { EntryState } from '../../../shared/press/feeds.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { transact, type Write } from '../../transaction.ts';

async function findEntry(write: Write, at: RecordVersion) {
  const row = await write.db
    .selectFrom('feedEntry')
    .select(['id', 'version', 'decidedAt', 'decidedBy', 'seenAt'])
    .where('id', '=', at.id)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'feed_entry', id: at.id });
  if (row.version !== at.version) {
    throw new AltavozFailure({
      code: 'record_changed',
      record: 'feed_entry',
      id: at.id,
      currentVersion: row.version,
      changedAt: row.decidedAt ?? row.seenAt,
      changedBy: row.decidedBy,
    });
  }
  return row;
}

async function decide(
  write: Write,
  at: RecordVersion,
  state: EntryState,
  clippingId: string | null,
): Promise<RecordVersion> {
  const { id, version } = await findEntry(write, at);
  const isDecided = state !== 'pending';
  await write.db
    .updateTable('feedEntry')
    .set({
      ...{ state, clippingId, version: version + 1 },
      decidedAt: isDecided ? write.at : null,
      decidedBy: isDecided ? write.actor.name : null,
    })
    .where('id', '=', id)
    .execute();
  const details = clippingId === null ? {} : { clippingId };
  await write.audit({ action: state, record: 'feed_entry', recordId: id, details });
  return { id, version: version + 1 };
}

/** Says that an entry is no appearance: it is remembered, and does not come back. */
export function dismissFeedEntry(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], (write) => decide(write, at, 'dismissed', null));
}

/** Puts an entry back among those that wait. */
export function recallFeedEntry(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], (write) => decide(write, at, 'pending', null));
}

/** Says which appearance an entry became. @throws {AltavozFailure} `record_not_found` for either. */
export function acceptFeedEntry(
  context: ActorContext,
  at: RecordVersion,
  clippingId: string,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const clipping = await write.db
      .selectFrom('clipping')
      .select('id')
      .where('id', '=', clippingId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!clipping) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id: clippingId });
    }
    return decide(write, at, 'accepted', clippingId);
  });
}
