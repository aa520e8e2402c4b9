import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable, Updateable } from 'kysely';
import { AltavozFailure, type RecordName } from '../../shared/failure.ts';
import { foldForSearch, type RecordVersion } from '../../shared/records.ts';
import type { Write } from '../transaction.ts';
import type { RecordColumns } from './record-columns.ts';
import type { Tables } from './schema.ts';

/** The tables whose rows people create, edit, remove and bring back. */
export type RecordTable = {
  [Name in keyof Tables]: Tables[Name] extends RecordColumns ? Name : never;
}[keyof Tables];

/** Where a kind of record is kept and what failures and audit rows call it. */
export interface RecordKind<Table extends RecordTable> {
  table: Table;
  record: RecordName;
  /** The words that search looks through. */
  searchText(row: Omit<Selectable<Tables[Table]>, keyof RecordColumns>): (string | null)[];
}

/** The tables whose rows have versions, those that search does not look through included. */
type VersionedTable = {
  [Name in keyof Tables]: Tables[Name] extends Omit<RecordColumns, 'searchText'> ? Name : never;
}[keyof Tables];

type Own<Table extends RecordTable> = Omit<Insertable<Tables[Table]>, keyof RecordColumns>;
type Row<Table extends VersionedTable> = Selectable<Tables[Table]>;

/** Kysely cannot type a table that is a parameter; every record table has these columns. */
type Typed = 'department';

function searchTextOf<Table extends RecordTable>(kind: RecordKind<Table>, own: unknown): string {
  const words = kind.searchText(own as Row<Table>).filter((part) => part !== null);
  return foldForSearch(words.join(' '));
}

/**
 * Locks and reads the record that a change is about.
 * @throws {AltavozFailure} `record_not_found`, or `record_changed` when it is no longer the
 * version that the person saw.
 */
export async function readForChange<Table extends VersionedTable>(
  write: Write,
  kind: { table: Table; record: RecordName },
  at: RecordVersion,
): Promise<Row<Table>> {
  const row = await write.db
    .selectFrom(kind.table as Typed)
    .selectAll()
    .where('id', '=', at.id)
    .executeTakeFirst();
  if (!row) {
    throw new AltavozFailure({ code: 'record_not_found', record: kind.record, id: at.id });
  }
  if (row.version !== at.version) {
    throw new AltavozFailure({
      code: 'record_changed',
      record: kind.record,
      id: at.id,
      currentVersion: row.version,
      changedAt: row.updatedAt,
      changedBy: row.updatedBy,
    });
  }
  return row as unknown as Row<Table>;
}

/** Stores a new record with its audit row; returns the whole row. @param id drawn where none is given. */
export async function insertRecord<Table extends RecordTable>(
  write: Write,
  kind: RecordKind<Table>,
  own: Own<Table>,
  id: string = randomUUID(),
): Promise<Row<Table>> {
  const row = {
    ...own,
    id,
    version: 1,
    searchText: searchTextOf(kind, own),
    createdAt: write.at,
    updatedAt: write.at,
    updatedBy: write.actor.name,
    deletedAt: null,
  };
  await write.db
    .insertInto(kind.table as Typed)
    .values(row as never)
    .execute();
  await write.audit({
    action: 'create',
    record: kind.record,
    recordId: row.id,
    details: { after: own },
  });
  return row as unknown as Row<Table>;
}

const versionAfter = (write: Write, version: number) => ({
  version: version + 1,
  updatedAt: write.at,
  updatedBy: write.actor.name,
});

async function storeChange<Table extends RecordTable>(
  write: Write,
  kind: RecordKind<Table>,
  before: Row<Table>,
  change: Record<string, unknown>,
): Promise<Row<Table>> {
  const known = before as unknown as RecordColumns;
  const stored = { ...change, ...versionAfter(write, known.version) };
  await write.db
    .updateTable(kind.table as Typed)
    .set(stored as never)
    .where('id', '=', known.id)
    .execute();
  return { ...before, ...stored };
}

type OwnChange<Table extends RecordTable> = Omit<Updateable<Tables[Table]>, keyof RecordColumns>;

/** What a change makes of a record: the columns to store, the whole row, and what the audit says of it. */
export function changedRecord<Table extends RecordTable>(
  write: Write,
  kind: RecordKind<Table>,
  before: Row<Table>,
  own: OwnChange<Table>,
) {
  const { id, version } = before as unknown as RecordColumns;
  const stored: Record<string, unknown> = {
    ...own,
    searchText: searchTextOf(kind, { ...before, ...own }),
    ...versionAfter(write, version),
  };
  const after: Row<Table> = { ...before, ...stored };
  const changed = Object.keys(own).filter(
    (column) => before[column as keyof Row<Table>] !== after[column as keyof Row<Table>],
  );
  const pick = (row: Row<Table>) =>
    Object.fromEntries(changed.map((column) => [column, row[column as keyof Row<Table>]]));
  const details = { before: pick(before), after: pick(after) };
  return { stored, after, entry: { action: 'update', record: kind.record, recordId: id, details } };
}

/** Changes a record already read by `readForChange`; the audit row holds what it was and what it is. */
export async function updateRecord<Table extends RecordTable>(
  write: Write,
  kind: RecordKind<Table>,
  before: Row<Table>,
  own: OwnChange<Table>,
): Promise<Row<Table>> {
  const { stored, after, entry } = changedRecord(write, kind, before, own);
  await write.db
    .updateTable(kind.table as Typed)
    .set(stored as never)
    .where('id', '=', entry.recordId)
    .execute();
  await write.audit(entry);
  return after;
}

/** Removes a record so that it can be brought back. */
export async function removeRecord<Table extends RecordTable>(
  write: Write,
  kind: RecordKind<Table>,
  at: RecordVersion,
): Promise<Row<Table>> {
  const before = await readForChange(write, kind, at);
  const after = await storeChange(write, kind, before, { deletedAt: write.at });
  await write.audit({ action: 'remove', record: kind.record, recordId: at.id, details: {} });
  return after;
}

/** Brings back a removed record. */
export async function restoreRecord<Table extends RecordTable>(
  write: Write,
  kind: RecordKind<Table>,
  at: RecordVersion,
): Promise<Row<Table>> {
  const before = await readForChange(write, kind, at);
  const after = await storeChange(write, kind, before, { deletedAt: null });
  await write.audit({ action: 'restore', record: kind.record, recordId: at.id, details: {} });
  return after;
}
