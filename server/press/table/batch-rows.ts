import type { Selectable } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { ClippingTable } from '../../database/press-schema.ts';
import type { Write } from '../../transaction.ts';
import { insertLinks, selectLinks } from '../link-clipping.ts';
import { clippingWords } from '../tables.ts';

/** The columns that a batch may change, and undoing puts back. */
export const batchColumns = [
  'tone',
  'topic',
  'spokesperson',
  'origin',
  'departmentId',
  'eventId',
  'deletedAt',
  'reviewState',
  'reviewedAt',
  'reviewedBy',
] as const;

/** The columns that stay as they are, and have a part in what is stored with the others. */
const otherColumns = [
  'id',
  'version',
  'updatedAt',
  'updatedBy',
  'month',
  'channel',
  'standing',
  'grade',
  'underContract',
  'valueCop',
  'valueWithVatCop',
  'title',
  'author',
  'section',
  'notes',
] as const;

type Column = (typeof batchColumns)[number] | (typeof otherColumns)[number];

/** One appearance of a batch as it stands. */
export type BatchRow = Pick<Selectable<ClippingTable>, Column> & {
  outletName: string;
  keyMessageIds: readonly string[];
};

const idsAtATime = 500;

/** @throws {AltavozFailure} `record_changed` when it is not the version that was seen. */
function requireSeen(row: BatchRow, version: number | undefined): void {
  if (version === undefined || version === row.version) return;
  throw new AltavozFailure({
    code: 'record_changed',
    record: 'clipping',
    id: row.id,
    currentVersion: row.version,
    changedAt: row.updatedAt,
    changedBy: row.updatedBy,
  });
}

async function selectSome(write: Write, ids: readonly string[]): Promise<BatchRow[]> {
  const rows = await write.db
    .selectFrom('clipping')
    .innerJoin('outlet', 'outlet.id', 'clipping.outletId')
    .select(batchColumns.map((column) => `clipping.${column}` as const))
    .select(otherColumns.map((column) => `clipping.${column}` as const))
    .select('outlet.name as outletName')
    .where('clipping.id', 'in', ids)
    .execute();
  const links = await selectLinks(write.db, ids);
  return rows.map((row) => ({ ...row, keyMessageIds: links.get(row.id)?.keyMessageIds ?? [] }));
}

/**
 * The appearances of a batch, each in the version that was seen, where one was.
 * @throws {AltavozFailure} `record_not_found`, `record_changed`.
 */
export async function selectBatchRows(
  write: Write,
  seen: ReadonlyMap<string, number | undefined>,
): Promise<BatchRow[]> {
  const ids = [...seen.keys()];
  const rows: BatchRow[] = [];
  for (let start = 0; start < ids.length; start += idsAtATime) {
    const some = ids.slice(start, start + idsAtATime);
    const found = new Map((await selectSome(write, some)).map((row) => [row.id, row]));
    for (const id of some) {
      const row = found.get(id);
      if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id });
      requireSeen(row, seen.get(id));
      rows.push(row);
    }
  }
  return rows;
}

/** Stores what changes of an appearance, with what search finds it by; returns its new version. */
export async function storeRow(
  write: Write,
  row: BatchRow,
  change: Partial<Pick<BatchRow, (typeof batchColumns)[number]>>,
): Promise<number> {
  const version = row.version + 1;
  const searchText = clippingWords(row.outletName, { ...row, ...change });
  await write.db
    .updateTable('clipping')
    .set({ ...change, searchText, version, updatedAt: write.at, updatedBy: write.actor.name })
    .where('id', '=', row.id)
    .execute();
  return version;
}

/** Gives an appearance these key messages, in place of those it had. */
export async function replaceMessages(
  write: Write,
  clippingId: string,
  keyMessageIds: readonly string[],
): Promise<void> {
  await write.db.deleteFrom('clippingKeyMessage').where('clippingId', '=', clippingId).execute();
  const links = { id: clippingId, evidenceIds: [], keyMessageIds: [...keyMessageIds] };
  await insertLinks(write, [links]);
}
