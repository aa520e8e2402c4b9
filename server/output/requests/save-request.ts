import type { RequestFields } from '../../../shared/output/requests/request.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { rememberPeople } from '../../accounts/known-people.ts';
import { requireDepartment } from '../../accounts/require-department.ts';
import type { ActorContext } from '../../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { requireKind } from '../output-kinds.ts';
import { requestKind } from './record-kind.ts';

/** Checks what a request names, and writes who asked as that person is known. */
async function settleNamed(write: Write, fields: RequestFields): Promise<RequestFields> {
  await requireDepartment(write, fields.departmentId);
  if (fields.kind !== null) await requireKind(write, fields.kind);
  const { requestedBy } = fields;
  if (requestedBy === null) return fields;
  const { known } = await rememberPeople(write, [requestedBy], { mayRename: false });
  return { ...fields, requestedBy: known(requestedBy) };
}

/** Takes in a request; it starts as asked. @throws {AltavozFailure} `record_not_found` for what it names. */
export function createRequest(
  context: ActorContext,
  fields: RequestFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const named = await settleNamed(write, fields);
    const { id, version } = await insertRecord(write, requestKind, { ...named, state: 'asked' });
    return { id, version };
  });
}

/** Changes what a request says. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function updateRequest(
  context: ActorContext,
  at: RecordVersion,
  fields: RequestFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, requestKind, at);
    const named = await settleNamed(write, fields);
    const { id, version } = await updateRecord(write, requestKind, before, named);
    return { id, version };
  });
}

/** Removes a request so that it can be brought back; what was made for it stays. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeRequest(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { id, version } = await removeRecord(write, requestKind, at);
    return { id, version };
  });
}

/** Brings back a removed request. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function restoreRequest(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { id, version } = await restoreRecord(write, requestKind, at);
    return { id, version };
  });
}
