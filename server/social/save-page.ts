import { AltavozFailure } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { PageFields } from '../../shared/social/schemas.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import type { Flag } from '../database/record-columns.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { requireConnection } from './require-connection.ts';
import { pageKind } from './tables.ts';

const flag = (value: boolean): Flag => (value ? 1 : 0);

type KnownAs = Pick<PageFields, 'handle' | 'externalId' | 'baseUrl'> & { network: string };

/** The network's identifier of a page that now goes by another name is not taken for the new one's. */
function forgetOldIdentifier(before: KnownAs, fields: PageFields): PageFields {
  const isRenamed =
    before.network !== fields.network ||
    before.baseUrl !== fields.baseUrl ||
    before.handle.toLowerCase() !== fields.handle.toLowerCase();
  const isOld = isRenamed && before.externalId === fields.externalId;
  return isOld ? { ...fields, externalId: null } : fields;
}

function columnsOf(fields: PageFields) {
  return { ...fields, isMain: flag(fields.isMain), isPulled: flag(fields.isPulled) };
}

async function refuseTakenHandle(
  write: Write,
  { network, handle }: Pick<PageFields, 'handle'> & { network: string },
  exceptId?: string,
): Promise<void> {
  const rows = await write.db
    .selectFrom('page')
    .select(['id', 'handle'])
    .where('network', '=', network)
    .where('deletedAt', 'is', null)
    .execute();
  const wanted = handle.toLowerCase();
  if (rows.some((row) => row.id !== exceptId && row.handle.toLowerCase() === wanted)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'page',
      field: 'handle',
      value: handle,
    });
  }
}

/** Adds a fan page. @throws {AltavozFailure} `value_taken` when its network has the handle already. */
export function createPage(context: ActorContext, fields: PageFields): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    await refuseTakenHandle(write, fields);
    await requireDepartment(write, fields.departmentId);
    await requireConnection(write, fields);
    const { id, version } = await insertRecord(write, pageKind, columnsOf(fields));
    return { id, version };
  });
}

/** Changes a page; its readings stay. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`. */
export function updatePage(
  context: ActorContext,
  at: RecordVersion,
  fields: PageFields,
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const before = await readForChange(write, pageKind, at);
    await refuseTakenHandle(write, fields, at.id);
    await requireDepartment(write, fields.departmentId);
    await requireConnection(write, fields);
    const known = forgetOldIdentifier(before, fields);
    const { id, version } = await updateRecord(write, pageKind, before, columnsOf(known));
    return { id, version };
  });
}

/** Removes a page from lists and pulls; its readings stay, and come back with it. */
export function removePage(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const { id, version } = await removeRecord(write, pageKind, at);
    return { id, version };
  });
}

/** Brings back a removed page. @throws {AltavozFailure} `value_taken` when its handle was given away. */
export function restorePage(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    await refuseTakenHandle(write, await readForChange(write, pageKind, at), at.id);
    const { id, version } = await restoreRecord(write, pageKind, at);
    return { id, version };
  });
}
