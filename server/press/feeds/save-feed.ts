import { AltavozFailure } from '../../../shared/failure.ts';
import type { FeedFields } from '../../../shared/press/feeds.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { Flag } from '../../database/record-columns.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { findOutlet } from '../find-outlet.ts';
import { feedKind } from './feed-tables.ts';

function columnsOf(fields: FeedFields) {
  return { ...fields, isActive: (fields.isActive ? 1 : 0) as Flag };
}

async function refuseTakenAddress(write: Write, address: string, exceptId?: string) {
  const rows = await write.db
    .selectFrom('feed')
    .select('id')
    .where('address', '=', address)
    .where('deletedAt', 'is', null)
    .execute();
  if (rows.some(({ id }) => id !== exceptId)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'feed',
      field: 'address',
      value: address,
    });
  }
}

/** Adds a feed. @throws {AltavozFailure} `value_taken` for its address; `record_not_found` for its outlet. */
export function createFeed(context: ActorContext, fields: FeedFields): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    await findOutlet(write.db, fields.outletId);
    await refuseTakenAddress(write, fields.address);
    const { id, version } = await insertRecord(write, feedKind, columnsOf(fields));
    return { id, version };
  });
}

/** Changes a feed. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`. */
export function updateFeed(
  context: ActorContext,
  at: RecordVersion,
  fields: FeedFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, feedKind, at);
    await findOutlet(write.db, fields.outletId, before.outletId === fields.outletId);
    await refuseTakenAddress(write, fields.address, at.id);
    const { id, version } = await updateRecord(write, feedKind, before, columnsOf(fields));
    return { id, version };
  });
}

/** Removes a feed: it is read no more, and what came from it stays. */
export function removeFeed(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { id, version } = await removeRecord(write, feedKind, at);
    return { id, version };
  });
}

/** Brings back a removed feed. @throws {AltavozFailure} `value_taken` when its address was given away. */
export function restoreFeed(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, feedKind, at);
    await refuseTakenAddress(write, before.address, at.id);
    const { id, version } = await restoreRecord(write, feedKind, at);
    return { id, version };
  });
}
