import { monthOf } from '../../shared/calendar/day.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import type { OutputState } from '../../shared/output/state.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import { type ActorContext, today } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { insertItemEvidence, replaceItemEvidence } from './item-evidence.ts';
import { checkOwnDetails } from './output-kinds.ts';
import { moveItemMonth } from './output-month.ts';
import { requirePlace } from './require-place.ts';
import { settlePeople } from './settle-people.ts';
import { type StatedItem, settleState } from './settle-state.ts';
import { outputItemKind } from './tables.ts';

/** The columns of an item: its month follows from its day, its details are kept as JSON. */
function itemColumns({ evidenceIds: _, ...fields }: StatedItem) {
  return { ...fields, month: monthOf(fields.day), details: JSON.stringify(fields.details) };
}

/** What an item is to be stored as, after what it names was looked for. */
async function checkItem(
  context: ActorContext,
  write: Write,
  fields: OutputItemFields,
  stored?: OutputState,
): Promise<StatedItem> {
  await requireDepartment(write, fields.departmentId);
  await requirePlace(write, fields.placeId);
  const item = settleState(today(context), fields, stored);
  const [checked] = await checkOwnDetails(write, [item]);
  const [named] = await settlePeople(write, [checked ?? item]);
  return named ?? item;
}

/** Logs an item. @throws {AltavozFailure} `record_not_found` for what it names; `invalid_input` for its details. */
export function createOutputItem(
  context: ActorContext,
  fields: OutputItemFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const item = await checkItem(context, write, fields);
    const row = await insertRecord(write, outputItemKind, itemColumns(item));
    await insertItemEvidence(write, [{ id: row.id, evidenceIds: item.evidenceIds }]);
    await moveItemMonth(write, undefined, row);
    return { id: row.id, version: row.version };
  });
}

/** Changes an item. @throws {AltavozFailure} `record_changed`, `record_not_found`, `invalid_input`. */
export function updateOutputItem(
  context: ActorContext,
  at: RecordVersion,
  fields: OutputItemFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, outputItemKind, at);
    const item = await checkItem(context, write, fields, before.state);
    const row = await updateRecord(write, outputItemKind, before, itemColumns(item));
    await replaceItemEvidence(write, { id: row.id, evidenceIds: item.evidenceIds });
    await moveItemMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Removes an item so that it can be brought back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeOutputItem(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, outputItemKind, at);
    const row = await removeRecord(write, outputItemKind, at);
    await moveItemMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Brings back a removed item. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function restoreOutputItem(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, outputItemKind, at);
    const row = await restoreRecord(write, outputItemKind, at);
    await moveItemMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}
