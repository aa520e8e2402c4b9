import { AltavozFailure } from '../../../shared/failure.ts';
import type { RequestDelivery, RequestMove } from '../../../shared/output/requests/request.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { readForChange, updateRecord } from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { createOutputItem } from '../save-output-item.ts';
import { outputItemKind } from '../tables.ts';
import { requestKind } from './record-kind.ts';

/** Puts a request in a state. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function moveRequest(
  context: ActorContext,
  { at, state }: RequestMove,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, requestKind, at);
    const { id, version } = await updateRecord(write, requestKind, before, { state });
    return { id, version };
  });
}

async function linkItem(write: Write, id: string, requestId: string): Promise<void> {
  const known = await write.db
    .selectFrom('outputItem')
    .select('version')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!known) throw new AltavozFailure({ code: 'record_not_found', record: 'output_item', id });
  const item = await readForChange(write, outputItemKind, { id, version: known.version });
  await updateRecord(write, outputItemKind, item, { requestId });
}

/**
 * Delivers a request: the items that were logged for it name it from now on, and a new one is logged
 * where one is given. All of it is stored or nothing.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`; `invalid_input` for the new item.
 */
export function deliverRequest(
  context: ActorContext,
  { at, itemIds, newItem }: RequestDelivery,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, requestKind, at);
    for (const id of new Set(itemIds)) await linkItem(write, id, at.id);
    if (newItem) {
      await createOutputItem({ ...context, within: write }, { ...newItem, requestId: at.id });
    }
    const { id, version } = await updateRecord(write, requestKind, before, { state: 'delivered' });
    return { id, version };
  });
}
