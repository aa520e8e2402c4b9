import { monthOf } from '../../shared/calendar/day.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import type { OutputState } from '../../shared/output/state.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import { type ActorContext, today } from '../context.ts';
import { type IfMoved, readManyForChange, updateRecords } from '../database/many-records.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
} from '../database/versioned-record.ts';
import { mapInSteps } from '../map-in-steps.ts';
import { transact, type Write } from '../transaction.ts';
import { insertItemEvidence, replaceItemEvidence } from './item-evidence.ts';
import { checkOwnDetails } from './output-kinds.ts';
import { type CountedRecord, moveItemMonth, moveItemsMonths } from './output-month.ts';
import { requirePlace } from './require-place.ts';
import { settlePeople } from './settle-people.ts';
import { type StatedItem, settleState } from './settle-state.ts';
import { outputItemKind } from './tables.ts';

/** The columns of an item: its month follows from its day, its details are kept as JSON. */
function itemColumns({ evidenceIds: _, ...fields }: StatedItem) {
  return { ...fields, month: monthOf(fields.day), details: JSON.stringify(fields.details) };
}

/** What items are to be stored as, after what they name was looked for; of each, the state it is stored in. */
async function checkItems(
  context: ActorContext,
  write: Write,
  items: readonly { fields: OutputItemFields; stored?: OutputState }[],
): Promise<StatedItem[]> {
  await requireDepartment(write, ...items.map(({ fields }) => fields.departmentId));
  await requirePlace(write, ...items.map(({ fields }) => fields.placeId));
  const day = today(context);
  const settled = await mapInSteps(items, ({ fields, stored }) => settleState(day, fields, stored));
  return checkOwnDetails(write, settled);
}

/** Logs an item. @throws {AltavozFailure} `record_not_found` for what it names; `invalid_input` for its details. */
export function createOutputItem(
  context: ActorContext,
  fields: OutputItemFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const [named = fields] = await settlePeople(write, [fields]);
    const [item] = await checkItems(context, write, [{ fields: named }]);
    if (!item) throw new Error('an item that was checked is not there');
    const row = await insertRecord(write, outputItemKind, itemColumns(item));
    await insertItemEvidence(write, [{ id: row.id, evidenceIds: item.evidenceIds }]);
    await moveItemMonth(write, undefined, row);
    return { id: row.id, version: row.version };
  });
}

/** What an item that somebody saw is to become. */
export interface OutputItemChange {
  at: RecordVersion;
  fields: OutputItemFields;
}

const counted = (row: CountedRecord) => (row.deletedAt === null ? row : undefined);

/**
 * Changes many items, all or none of them.
 * @returns those that were, in the order given.
 * @throws {AltavozFailure} `record_changed`, `record_not_found` unless what moved is left;
 * `invalid_input`, `month_confirmed`.
 */
export function updateOutputItems(
  context: ActorContext,
  changes: readonly OutputItemChange[],
  ifMoved: IfMoved = 'refuse',
): Promise<RecordVersion[]> {
  return transact(context, ['output'], async (write) => {
    // What a better known name renames is renamed before it is read.
    const named = await settlePeople(
      write,
      changes.map(({ fields }) => fields),
    );
    const ats = changes.map(({ at }) => at);
    const befores = await readManyForChange(write, outputItemKind, ats, ifMoved);
    const there = ats.flatMap(({ id }, at) => {
      const before = befores.get(id);
      const fields = named[at];
      return before && fields ? [{ before, fields, stored: before.state }] : [];
    });
    const items = await checkItems(context, write, there);
    const owns = there.map(({ before }, at) => ({
      kind: outputItemKind,
      before,
      own: itemColumns(items[at] as StatedItem),
    }));
    const rows = await updateRecords(context.database, write, owns);
    await replaceItemEvidence(
      write,
      rows.map(({ id }, at) => ({ id, evidenceIds: items[at]?.evidenceIds ?? [] })),
    );
    await moveItemsMonths(
      write,
      rows.map((row, at) => ({ was: counted(there[at]?.before ?? row), is: counted(row) })),
    );
    return rows.map(({ id, version }) => ({ id, version }));
  });
}

/** Changes an item. @throws {AltavozFailure} `record_changed`, `record_not_found`, `invalid_input`. */
export async function updateOutputItem(
  context: ActorContext,
  at: RecordVersion,
  fields: OutputItemFields,
): Promise<RecordVersion> {
  const [changed] = await updateOutputItems(context, [{ at, fields }]);
  return changed ?? at;
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
