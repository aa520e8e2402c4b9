import type { OutputItemEdit } from '../../shared/output/edit-items.ts';
import type { OutputItemDetail } from '../../shared/output/rows.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import { type IfMoved, removeRecords, restoreRecords } from '../database/many-records.ts';
import { transact } from '../transaction.ts';
import { type CountedRecord, moveItemsMonths } from './output-month.ts';
import { countedColumns, type MovedItem } from './output-month-by.ts';
import { selectOutputItem } from './queries.ts';
import { updateOutputItem } from './save-output-item.ts';
import { outputItemKind } from './tables.ts';

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

const columns = [...countedColumns, 'deletedAt'] as const;

/**
 * Removes many items so that they can be brought back.
 * @returns those that were, in their new version.
 * @throws {AltavozFailure} `record_changed`, `record_not_found` unless what moved is left;
 * `month_confirmed`.
 */
export function removeOutputItems(
  context: ActorContext,
  ats: readonly RecordVersion[],
  ifMoved: IfMoved = 'refuse',
): Promise<RecordVersion[]> {
  return transact(context, ['output'], async (write) => {
    const moved: MovedItem[] = [];
    const see = (rows: readonly CountedRecord[]) => {
      for (const row of rows) if (row.deletedAt === null) moved.push({ was: row });
    };
    const removed = await removeRecords(write, outputItemKind, ats, { columns, ifMoved, see });
    await moveItemsMonths(write, moved);
    return removed;
  });
}

/** Brings back many removed items. @throws {AltavozFailure} `record_changed`, `record_not_found`, `month_confirmed`. */
export function restoreOutputItems(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return transact(context, ['output'], async (write) => {
    const moved: MovedItem[] = [];
    const see = (rows: readonly CountedRecord[]) => {
      for (const row of rows) if (row.deletedAt !== null) moved.push({ is: row });
    };
    const many = { columns, ifMoved: 'refuse', see } as const;
    const restored = await restoreRecords(write, outputItemKind, ats, many);
    await moveItemsMonths(write, moved);
    return restored;
  });
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
