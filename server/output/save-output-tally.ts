import { AltavozFailure } from '../../shared/failure.ts';
import type { OutputTallyFields } from '../../shared/output/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { besideRecordsFlag } from '../both-counted.ts';
import type { ActorContext } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { outputCounting } from './output-counting.ts';
import { requireKind } from './output-kinds.ts';
import { moveTallyMonth } from './output-month.ts';
import { outputTallyKind } from './tables.ts';

/** A month of a kind has one total. */
async function refuseTakenMonth(
  write: Write,
  { month, kind }: { month: string; kind: string },
  exceptId?: string,
): Promise<void> {
  const rows = await write.db
    .selectFrom('outputTally')
    .select('id')
    .where('month', '=', month)
    .where('kind', '=', kind)
    .where('deletedAt', 'is', null)
    .execute();
  if (rows.some((row) => row.id !== exceptId)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'output_tally',
      field: 'month',
      value: month,
    });
  }
}

/** Keeps a month's total of a kind. @throws {AltavozFailure} `value_taken` when the month has one, `total_and_records`. */
export function createOutputTally(
  context: ActorContext,
  fields: OutputTallyFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    await requireKind(write, fields.kind);
    await refuseTakenMonth(write, fields);
    const besideRecords = await besideRecordsFlag(write, outputCounting, fields);
    const row = await insertRecord(write, outputTallyKind, { ...fields, besideRecords });
    await moveTallyMonth(write, undefined, row);
    return { id: row.id, version: row.version };
  });
}

/** Changes a monthly total. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`, `total_and_records`. */
export function updateOutputTally(
  context: ActorContext,
  at: RecordVersion,
  fields: OutputTallyFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, outputTallyKind, at);
    await requireKind(write, fields.kind);
    await refuseTakenMonth(write, fields, at.id);
    const besideRecords = await besideRecordsFlag(write, outputCounting, fields, before);
    const change = { ...fields, besideRecords };
    const row = await updateRecord(write, outputTallyKind, before, change);
    await moveTallyMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Removes a monthly total so that it can be brought back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeOutputTally(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, outputTallyKind, at);
    const row = await removeRecord(write, outputTallyKind, at);
    await moveTallyMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Brings back a monthly total. @throws {AltavozFailure} `value_taken` when the month has another now. */
export function restoreOutputTally(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, outputTallyKind, at);
    await refuseTakenMonth(write, before, at.id);
    const besideRecords = await besideRecordsFlag(write, outputCounting, before, before);
    const row = await restoreRecord(write, outputTallyKind, at);
    await write.db
      .updateTable('outputTally')
      .set({ besideRecords })
      .where('id', '=', at.id)
      .execute();
    await moveTallyMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}
