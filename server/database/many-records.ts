import type { Selectable, Updateable } from 'kysely';
import type { RecordName } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { mapInSteps } from '../map-in-steps.ts';
import type { Write } from '../transaction.ts';
import { bulkUpdate } from './bulk-update.ts';
import type { OpenDatabase } from './connection.ts';
import type { RecordColumns } from './record-columns.ts';
import type { Tables } from './schema.ts';
import {
  changedRecord,
  type RecordKind,
  type RecordTable,
  readForChange,
} from './versioned-record.ts';

/** Records of one statement: few enough that others are let in soon. */
const recordsAtATime = 250;

/** Kysely cannot type a table that is a parameter; every record table has these columns. */
type Typed = 'department';

type Row<Table extends RecordTable> = Selectable<Tables[Table]>;
type Seen<Table extends RecordTable, Name extends keyof Row<Table>> = Pick<Row<Table>, Name> &
  RecordVersion;

/** What becomes of records that are no longer the version that was seen: the whole is refused, or they stay. */
export type IfMoved = 'refuse' | 'leave';

interface Many<Table extends RecordTable, Name extends keyof Row<Table>> {
  /** What of each record has to be known. */
  columns: readonly Name[];
  ifMoved: IfMoved;
  /** Looks at some of them before they are changed; what it throws refuses the whole. */
  see?(rows: Seen<Table, Name>[]): Promise<void> | void;
}

type Kind<Table extends RecordTable> = { table: Table; record: RecordName };

/** Parts of a list, each for one statement. */
export function* inParts<One>(all: readonly One[], atATime = recordsAtATime): Generator<One[]> {
  for (let start = 0; start < all.length; start += atATime) yield all.slice(start, start + atATime);
}

/** @throws {AltavozFailure} `record_changed`, `record_not_found` for the first that is not the version that was seen. */
async function selectSeen<Table extends RecordTable, Name extends keyof Row<Table>>(
  write: Write,
  kind: Kind<Table>,
  ats: readonly RecordVersion[],
  { columns, ifMoved }: Many<Table, Name>,
): Promise<Seen<Table, Name>[]> {
  const rows = await write.db
    .selectFrom(kind.table as Typed)
    .select(['id', 'version', ...(columns as readonly never[])])
    .where(
      'id',
      'in',
      ats.map(({ id }) => id),
    )
    .execute();
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const moved = ats.find(({ id, version }) => versions.get(id) !== version);
  if (!moved) return rows as unknown as Seen<Table, Name>[];
  if (ifMoved === 'refuse') await readForChange(write, kind, moved);
  const seen = new Map(ats.map(({ id, version }) => [id, version]));
  return rows.filter(({ id, version }) => seen.get(id) === version) as unknown as Seen<
    Table,
    Name
  >[];
}

/**
 * Reads the records that changes are about, whole and by their `id`; of those that moved, none that stay.
 * @throws {AltavozFailure} `record_changed`, `record_not_found` where what moved is not to be left.
 */
export async function readManyForChange<Table extends RecordTable>(
  write: Write,
  kind: Kind<Table>,
  ats: readonly RecordVersion[],
  ifMoved: IfMoved,
): Promise<Map<string, Row<Table>>> {
  const found = new Map<string, Row<Table>>();
  for (const some of inParts(ats)) {
    const ids = some.map(({ id }) => id);
    const rows = await write.db
      .selectFrom(kind.table as Typed)
      .selectAll()
      .where('id', 'in', ids)
      .execute();
    for (const row of rows) found.set(row.id, row as unknown as Row<Table>);
  }
  const versionOf = (id: string) => (found.get(id) as RecordVersion | undefined)?.version;
  for (const at of ats) {
    if (versionOf(at.id) === at.version) continue;
    if (ifMoved === 'refuse') await readForChange(write, kind, at);
    found.delete(at.id);
  }
  return found;
}

/** A record as it was read, and what of its own it becomes. */
export interface RecordChange<Table extends RecordTable> {
  kind: RecordKind<Table>;
  before: Row<Table>;
  own: Omit<Updateable<Tables[Table]>, keyof RecordColumns>;
}

const inDatabase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Changes many records that `readManyForChange` read, each in the same columns and with its audit row.
 * @returns them as they are now, in the order given.
 */
export async function updateRecords<Table extends RecordTable>(
  database: OpenDatabase,
  write: Write,
  changes: readonly RecordChange<Table>[],
): Promise<Row<Table>[]> {
  const done: Row<Table>[] = [];
  for (const some of inParts(changes)) {
    const changed = await mapInSteps(some, ({ kind, before, own }) =>
      changedRecord(write, kind, before, own),
    );
    const names = Object.keys(changed[0]?.stored ?? {});
    const table = inDatabase(some[0]?.kind.table ?? '');
    const target = { table, columns: names.map(inDatabase) };
    const rows = changed.map(({ stored, entry }) => ({
      id: entry.recordId,
      values: names.map((name) => stored[name] as string | number | null),
    }));
    await bulkUpdate(database, write, target, rows);
    await write.audit(...changed.map(({ entry }) => entry));
    for (const { after } of changed) done.push(after);
  }
  return done;
}

async function setRemoved<Table extends RecordTable>(
  write: Write,
  kind: Kind<Table>,
  { ids, isRemoved }: { ids: readonly string[]; isRemoved: boolean },
): Promise<void> {
  await write.db
    .updateTable(kind.table as Typed)
    .set(({ eb }) => ({
      deletedAt: isRemoved ? write.at : null,
      version: eb('version', '+', 1),
      updatedAt: write.at,
      updatedBy: write.actor.name,
    }))
    .where('id', 'in', ids)
    .execute();
  const action = isRemoved ? 'remove' : 'restore';
  const entry = { action, record: kind.record, details: {} };
  await write.audit(...ids.map((recordId) => ({ ...entry, recordId })));
}

async function change<Table extends RecordTable, Name extends keyof Row<Table>>(
  write: Write,
  kind: Kind<Table>,
  ats: readonly RecordVersion[],
  { isRemoved, ...many }: Many<Table, Name> & { isRemoved: boolean },
): Promise<RecordVersion[]> {
  const done: RecordVersion[] = [];
  for (const some of inParts(ats)) {
    const rows = await selectSeen(write, kind, some, many);
    if (rows.length === 0) continue;
    await many.see?.(rows);
    await setRemoved(write, kind, { ids: rows.map(({ id }) => id), isRemoved });
    for (const { id, version } of rows) done.push({ id, version: version + 1 });
  }
  return done;
}

/**
 * Removes many records so that they can be brought back, some in a statement, each with its audit row.
 * @returns those that were, in their new version.
 * @throws {AltavozFailure} `record_changed`, `record_not_found` where what moved is not to be left.
 */
export function removeRecords<Table extends RecordTable, Name extends keyof Row<Table>>(
  write: Write,
  kind: Kind<Table>,
  ats: readonly RecordVersion[],
  many: Many<Table, Name>,
): Promise<RecordVersion[]> {
  return change(write, kind, ats, { ...many, isRemoved: true });
}

/** Brings back many removed records, as `removeRecords` removes them. */
export function restoreRecords<Table extends RecordTable, Name extends keyof Row<Table>>(
  write: Write,
  kind: Kind<Table>,
  ats: readonly RecordVersion[],
  many: Many<Table, Name>,
): Promise<RecordVersion[]> {
  return change(write, kind, ats, { ...many, isRemoved: false });
}
