import type { OutputItemEdit } from '../../shared/output/edit-items.ts';
import type { OutputItemDetail } from '../../shared/output/rows.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import { transact } from '../transaction.ts';
import { selectOutputItem } from './queries.ts';
import { removeOutputItem, restoreOutputItem, updateOutputItem } from './save-output-item.ts';

/** Does the same to many items, to all or to none. */
function forEachItem<Given>(
  context: ActorContext,
  given: readonly Given[],
  act: (part: ActorContext, one: Given) => Promise<RecordVersion>,
): Promise<RecordVersion[]> {
  return transact(context, ['output'], async (write) => {
    const part = { ...context, within: write };
    const done: RecordVersion[] = [];
    for (const one of given) done.push(await act(part, one));
    return done;
  });
}

/** Removes many items so that they can be brought back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeOutputItems(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return forEachItem(context, ats, removeOutputItem);
}

/** Brings back many removed items. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function restoreOutputItems(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return forEachItem(context, ats, restoreOutputItem);
}

/** What of an item a person changes. */
export function itemFieldsOf(item: OutputItemDetail): OutputItemFields {
  const { id, version, updatedAt, updatedBy, ...known } = item;
  const { departmentName, placeName, evidence, isRemoved, ...fields } = known;
  return fields;
}

/** The parts of a change that say something. */
function withoutAbsent(change: OutputItemEdit['change']): Partial<OutputItemFields> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** Changes some of what many items say. @throws {AltavozFailure} `record_changed`, `record_not_found`, `invalid_input`. */
export function editOutputItems(
  context: ActorContext,
  edits: readonly OutputItemEdit[],
): Promise<RecordVersion[]> {
  return forEachItem(context, edits, async (part, { at, change }) => {
    const item = await selectOutputItem(part.within ?? part.database, at.id);
    return updateOutputItem(part, at, { ...itemFieldsOf(item), ...withoutAbsent(change) });
  });
}
