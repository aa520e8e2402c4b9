import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { ImportList, ImportStatus } from '../../../shared/imports/schemas.ts';
import type {
  PrintedTotal,
  SheetImportRow,
  SheetNote,
  TotalBesideRecords,
} from '../../../shared/imports/sheets/rows.ts';
import type { TargetId } from '../../../shared/imports/sheets/targets/list-targets.ts';
import type { OutletReach } from '../../../shared/press/outlet-reach.ts';
import type { Listed } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { bulkInsert } from '../../database/bulk-insert.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { SheetImportTable } from '../../database/imports-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { searchConditions } from '../../database/search.ts';
import type { Write } from '../../transaction.ts';
import type { ComparedRow } from './compare-rows.ts';
import { ownTargets, requireRole } from './require-role.ts';

const rowColumns = [
  'import_id',
  'number',
  'line',
  'standing',
  'said',
  'fields',
  'problems',
  'record_id',
  'record_version',
  'before',
  'known',
];

/** Rows made ready and stored at a time. */
const rowsAtATime = 2_000;

/** The record that a row changes, or the identity that is drawn for the one it adds. */
function identityOf({ record, standing }: ComparedRow, takesIds: boolean) {
  if (record) return [record.id, record.version];
  return standing === 'new' && takesIds ? [randomUUID(), 1] : [null, null];
}

/** Keeps what each row of a sheet would do, in the order of the sheet. */
export async function insertSheetRows(
  database: OpenDatabase,
  write: Write,
  importId: string,
  rows: readonly ComparedRow[],
  takesIds: boolean,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtATime) {
    const values = rows
      .slice(start, start + rowsAtATime)
      .map((row, at) => [
        importId,
        start + at,
        row.line,
        row.standing,
        JSON.stringify(row.said),
        row.fields && row.standing !== 'same' ? JSON.stringify(row.fields) : null,
        JSON.stringify(row.problems),
        ...identityOf(row, takesIds),
        row.record && row.standing === 'changed' ? JSON.stringify(row.record.fields) : null,
        row.known,
      ]);
    await bulkInsert(database, write, { table: 'sheet_import_row', columns: rowColumns }, values);
  }
}

/** One import as it is stored. @throws {AltavozFailure} `record_not_found`. */
export async function findSheetImport(db: Kysely<Tables>, id: string): Promise<SheetImportTable> {
  const row = await db
    .selectFrom('sheetImport')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'sheet_import', id });
  return row;
}

/** An import as screens show it. */
export function showSheetImport(row: SheetImportTable): SheetImportRow {
  const { fileHash: _hash, searchText: _text, revisions: _seen, ...shown } = row;
  return {
    ...shown,
    target: row.target as TargetId,
    status: row.status as ImportStatus,
    notes: JSON.parse(row.notes) as SheetNote[],
    totals: JSON.parse(row.totals) as PrintedTotal[],
    bothCounted: JSON.parse(row.bothCounted) as TotalBesideRecords[],
    reach: row.reach === null ? null : (JSON.parse(row.reach) as OutletReach),
  };
}

/** One import of what the caller may import. @throws {AltavozFailure} `record_not_found`, `role_not_allowed`. */
export async function readSheetImport(
  { database, actor }: ActorContext,
  id: string,
): Promise<SheetImportTable> {
  const row = await findSheetImport(database.db, id);
  requireRole(actor, row.target);
  return row;
}

/** A page of the imports of sheets that the caller may import, newest first, those that wait included. */
export async function listSheetImports(
  { database, actor }: ActorContext,
  list: ImportList,
): Promise<Listed<SheetImportRow>> {
  const targets = ownTargets(actor);
  let matching = database.db
    .selectFrom('sheetImport')
    .where('status', '!=', 'discarded')
    .where((expression) => expression.and(searchConditions('searchText', list.search)));
  if (targets) matching = matching.where('target', 'in', targets);
  const rows = await matching
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(showSheetImport), total };
}

/** Takes away previews that nobody agreed to in time, with their rows. */
export async function removeExpiredSheets({ db, at }: Write): Promise<void> {
  const old = db
    .selectFrom('sheetImport')
    .select('id')
    .where('status', '=', 'pending')
    .where('expiresAt', '<', at);
  await db.deleteFrom('sheetImportRow').where('importId', 'in', old).execute();
  await db
    .deleteFrom('sheetImport')
    .where('status', '=', 'pending')
    .where('expiresAt', '<', at)
    .execute();
}

/** The number of the last row of an import; they are numbered from 0, and -1 is none. */
export async function findLastNumber(db: Kysely<Tables>, importId: string): Promise<number> {
  const { last } = await db
    .selectFrom('sheetImportRow')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('importId', '=', importId)
    .executeTakeFirstOrThrow();
  return last ?? -1;
}
