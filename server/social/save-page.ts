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

const usualServer = 'https://mastodon.social';

const flag = (value: boolean): Flag => (value ? 1 : 0);

type KnownAs = Pick<PageFields, 'handle' | 'externalId' | 'baseUrl'> & {
  network: string;
  seenHandle: string | null;
};

const alike = (one: string, other: string | null) => one.toLowerCase() === other?.toLowerCase();

/**
 * What the network taught of an account is not taken for that of another one. Under the name that
 * the network itself gives it, it is still the same.
 */
function forgetOldAccount(before: KnownAs, fields: PageFields) {
  const isElsewhere = before.network !== fields.network || before.baseUrl !== fields.baseUrl;
  const isSame =
    !isElsewhere &&
    (alike(fields.handle, before.handle) || alike(fields.handle, before.seenHandle));
  if (isSame) return { ...fields, externalId: fields.externalId ?? before.externalId };
  const externalId = before.externalId === fields.externalId ? null : fields.externalId;
  return { ...fields, externalId, seenHandle: null, movedTo: null };
}

function columnsOf<Fields extends PageFields>(fields: Fields) {
  return { ...fields, isMain: flag(fields.isMain), isPulled: flag(fields.isPulled) };
}

/** One name is an account on each server of a network of many; null is the network's usual one. */
function serverOf({ network, baseUrl }: Pick<KnownAs, 'network' | 'baseUrl'>): string {
  return network === 'mastodon' ? (baseUrl ?? usualServer) : '';
}

async function refuseTakenHandle(
  write: Write,
  { network, handle, baseUrl }: Pick<KnownAs, 'network' | 'handle' | 'baseUrl'>,
  exceptId?: string,
): Promise<void> {
  const rows = await write.db
    .selectFrom('page')
    .select(['id', 'network', 'handle', 'baseUrl'])
    .where('network', '=', network)
    .where('deletedAt', 'is', null)
    .execute();
  const isTaken = (row: (typeof rows)[number]) =>
    alike(handle, row.handle) && serverOf(row) === serverOf({ network, baseUrl });
  if (rows.some((row) => row.id !== exceptId && isTaken(row))) {
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
    const known = forgetOldAccount(before, fields);
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
