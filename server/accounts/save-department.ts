import type { DepartmentFields } from '../../shared/accounts/schemas.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { foldForSearch, type RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { departmentKind } from './tables.ts';

type Saved = RecordVersion;

async function refuseTakenName(write: Write, name: string, exceptId?: string): Promise<void> {
  const same = await write.db
    .selectFrom('department')
    .select('id')
    .where('searchText', '=', foldForSearch(name))
    .where('deletedAt', 'is', null)
    .execute();
  if (same.some((row) => row.id !== exceptId)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'department',
      field: 'name',
      value: name,
    });
  }
}

/** Adds a department. @throws {AltavozFailure} `value_taken` when another has the name, accents aside. */
export function createDepartment(context: ActorContext, fields: DepartmentFields): Promise<Saved> {
  return transact(context, ['accounts'], async (write) => {
    await refuseTakenName(write, fields.name);
    const { id, version } = await insertRecord(write, departmentKind, fields);
    return { id, version };
  });
}

/** Renames a department. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`. */
export function updateDepartment(
  context: ActorContext,
  at: RecordVersion,
  fields: DepartmentFields,
): Promise<Saved> {
  return transact(context, ['accounts'], async (write) => {
    const before = await readForChange(write, departmentKind, at);
    await refuseTakenName(write, fields.name, at.id);
    const { id, version } = await updateRecord(write, departmentKind, before, fields);
    return { id, version };
  });
}

/** Removes a department from lists and forms; the records that name it keep it. */
export function removeDepartment(context: ActorContext, at: RecordVersion): Promise<Saved> {
  return transact(context, ['accounts'], async (write) => {
    const { id, version } = await removeRecord(write, departmentKind, at);
    return { id, version };
  });
}

/** Brings back a removed department. @throws {AltavozFailure} `value_taken` when its name was given away. */
export function restoreDepartment(context: ActorContext, at: RecordVersion): Promise<Saved> {
  return transact(context, ['accounts'], async (write) => {
    const row = await readForChange(write, departmentKind, at);
    await refuseTakenName(write, row.name, at.id);
    const { id, version } = await restoreRecord(write, departmentKind, at);
    return { id, version };
  });
}
