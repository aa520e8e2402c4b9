import type { Selectable } from 'kysely';
import type { RecordName } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { Write } from '../transaction.ts';
import type { Tables } from './schema.ts';
import { type RecordTable, readForChange } from './versioned-record.ts';

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
