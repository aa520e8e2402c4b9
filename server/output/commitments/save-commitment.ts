import { AltavozFailure } from '../../../shared/failure.ts';
import type { CommitmentFields } from '../../../shared/output/commitments.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { requireDepartment } from '../../accounts/require-department.ts';
import type { ActorContext } from '../../context.ts';
import {
  insertRecord,
  type RecordKind,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';

const commitmentKind: RecordKind<'commitment'> = {
  table: 'commitment',
  record: 'commitment',
  searchText: (row) => [row.text, row.notes],
};

/** Commitments are made at meetings with residents, and at nothing else. */
async function requireMeeting({ db }: Write, id: string): Promise<void> {
  const row = await db
    .selectFrom('outputItem')
    .select('kind')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'output_item', id });
  if (row.kind === 'community_meeting') return;
  const field = { path: 'meetingId', rule: 'not_a_meeting', facts: {} };
  throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

/** Keeps a commitment. @throws {AltavozFailure} `record_not_found` for what it names; `invalid_input` when it is of no meeting. */
export function createCommitment(
  context: ActorContext,
  fields: CommitmentFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    await requireMeeting(write, fields.meetingId);
    await requireDepartment(write, fields.departmentId);
    const { id, version } = await insertRecord(write, commitmentKind, fields);
    return { id, version };
  });
}

/** Changes a commitment. @throws {AltavozFailure} `record_changed`, `record_not_found`, `invalid_input`. */
export function updateCommitment(
  context: ActorContext,
  at: RecordVersion,
  fields: CommitmentFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, commitmentKind, at);
    await requireMeeting(write, fields.meetingId);
    await requireDepartment(write, fields.departmentId);
    const { id, version } = await updateRecord(write, commitmentKind, before, fields);
    return { id, version };
  });
}

/** Removes a commitment so that it can be brought back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeCommitment(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { id, version } = await removeRecord(write, commitmentKind, at);
    return { id, version };
  });
}

/** Brings back a removed commitment. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function restoreCommitment(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { id, version } = await restoreRecord(write, commitmentKind, at);
    return { id, version };
  });
}
