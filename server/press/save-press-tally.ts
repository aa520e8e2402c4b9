import { AltavozFailure } from '../../shared/failure.ts';
import type { PressTallyFields } from '../../shared/press/schemas.ts';
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
import { pressCounting } from './press-counting.ts';
import { moveTallyMonth } from './press-month.ts';
import { refuseClosedMonths } from './refuse-closed-months.ts';
import { refuseMonthToCome } from './refuse-days-to-come.ts';
import { pressTallyKind } from './tables.ts';

/** A month of a channel has one total. */
async function refuseTakenMonth(
  write: Write,
  { month, channel }: { month: string; channel: string },
  exceptId?: string,
): Promise<void> {
  const rows = await write.db
    .selectFrom('pressTally')
    .select('id')
    .where('month', '=', month)
    .where('channel', '=', channel)
    .where('deletedAt', 'is', null)
    .execute();
  if (rows.some((row) => row.id !== exceptId)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'press_tally',
      field: 'month',
      value: month,
    });
  }
}

interface TallyPart {
  month: string;
  channel: string;
}

/** Whether records of the month and channel are counted beside a total, as somebody chose. */
function besideFlag(
  write: Write,
  { month, channel: kind, count }: TallyPart & { count: number },
  before?: TallyPart & { besideRecords: number },
) {
  const stored = before && { ...before, kind: before.channel };
  return besideRecordsFlag(write, pressCounting, { month, kind, count }, stored);
}

/** Keeps a month's total of a channel. @throws {AltavozFailure} `value_taken` when the month has one; `month_closed`; `total_and_records`. */
export function createPressTally(
  context: ActorContext,
  fields: PressTallyFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    refuseMonthToCome(context, fields.month);
    await refuseClosedMonths(write, [fields.month]);
    await refuseTakenMonth(write, fields);
    const besideRecords = await besideFlag(write, fields);
    const row = await insertRecord(write, pressTallyKind, { ...fields, besideRecords });
    await moveTallyMonth(write, undefined, row);
    return { id: row.id, version: row.version };
  });
}

/**
 * Changes a monthly total.
 * @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`, `month_closed`, `total_and_records`.
 */
export function updatePressTally(
  context: ActorContext,
  at: RecordVersion,
  fields: PressTallyFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, pressTallyKind, at);
    if (before.month !== fields.month) refuseMonthToCome(context, fields.month);
    await refuseClosedMonths(write, [before.month, fields.month]);
    await refuseTakenMonth(write, fields, at.id);
    const besideRecords = await besideFlag(write, fields, before);
    const row = await updateRecord(write, pressTallyKind, before, { ...fields, besideRecords });
    await moveTallyMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Removes a monthly total so that it can be brought back. */
export function removePressTally(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, pressTallyKind, at);
    await refuseClosedMonths(write, [before.month]);
    const row = await removeRecord(write, pressTallyKind, at);
    await moveTallyMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Brings back a monthly total. @throws {AltavozFailure} `value_taken` when the month has another now. */
export function restorePressTally(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, pressTallyKind, at);
    await refuseClosedMonths(write, [before.month]);
    await refuseTakenMonth(write, before, at.id);
    const besideRecords = await besideFlag(write, before, before);
    const row = await restoreRecord(write, pressTallyKind, at);
    await write.db
      .updateTable('pressTally')
      .set({ besideRecords })
      .where('id', '=', at.id)
      .execute();
    await moveTallyMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}
