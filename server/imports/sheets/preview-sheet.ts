import { createHash, randomUUID } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import { previewHours } from '../../../shared/imports/limits.ts';
import type {
  PrintedTotal,
  SheetNote,
  SheetPreview,
  TotalBesideRecords,
} from '../../../shared/imports/sheets/rows.ts';
import type { SheetStanding, SheetToPreview } from '../../../shared/imports/sheets/schemas.ts';
import type { SheetTarget } from '../../../shared/imports/sheets/target.ts';
import { foldForSearch } from '../../../shared/records.ts';
import { readApart } from '../../apart/read-apart.ts';
import { findBothCounted } from '../../both-counted.ts';
import { type ActorContext, today } from '../../context.ts';
import type { SheetImportTable } from '../../database/imports-schema.ts';
import { listKinds } from '../../output/output-kinds.ts';
import { transact, type Write } from '../../transaction.ts';
import { type ComparedRow, compareRows } from './compare-rows.ts';
import type { Destination } from './destination.ts';
import { destinationOf } from './list-destinations.ts';
import type { SheetRead } from './read-file.ts';
import { readRevisions } from './read-revisions.ts';
import { rememberMapping } from './remember-mapping.ts';
import { requireRole } from './require-role.ts';
import { selectDirectory } from './select-directory.ts';
import { selectTargets, targetOf } from './select-targets.ts';
import { insertSheetRows, removeExpiredSheets, showSheetImport } from './sheet-queries.ts';

/** Refuses a layout that names what the target does not have. @throws {AltavozFailure} `invalid_input`. */
function checkLayout(target: SheetTarget, { layout }: SheetToPreview): void {
  const known = new Set(target.columns.map(({ id }) => id));
  const named = [
    ...layout.columns.flatMap(({ to }) => to ?? []),
    ...(layout.down ? [layout.down.to] : []),
  ];
  const unknown = named.find((id) => !known.has(id));
  const isCross = layout.shape === 'cross';
  if (unknown === undefined && (!isCross || (target.cross && layout.down))) return;
  const field = { path: 'layout', rule: 'unknown_column', facts: { column: unknown ?? '' } };
  throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

const count = (rows: readonly ComparedRow[], standing: SheetStanding) =>
  rows.filter((row) => row.standing === standing).length;

/** Whether records name places that the office's list does not, where it keeps one. */
async function hasOtherPlaces({ db }: Write, rows: readonly ComparedRow[]): Promise<boolean> {
  if (!rows.some(({ fields }) => fields?.place && !fields.placeId)) return false;
  const listed = await db.selectFrom('place').select('id').limit(1).executeTakeFirst();
  return listed !== undefined;
}

async function notesOf(
  write: Write,
  { sheet, target, rows }: Kept,
  fileHash: string,
): Promise<SheetNote[]> {
  const { db } = write;
  const before = await db
    .selectFrom('sheetImport')
    .select('id')
    .where('fileHash', '=', fileHash)
    .where('status', '=', 'written')
    .executeTakeFirst();
  const notes: [SheetNote, boolean][] = [
    ['read_before', before !== undefined],
    ['has_formulas', sheet.formulas > 0],
    ['is_hidden', sheet.isHidden],
    ['places_as_text', target === 'output_items' && (await hasOtherPlaces(write, rows))],
  ];
  return notes.flatMap(([note, holds]) => (holds ? [note] : []));
}

/** The months that the rows would have count records and a total. */
async function bothCounted(
  context: ActorContext,
  { db }: Write,
  { counts }: Destination,
  rows: readonly ComparedRow[],
): Promise<TotalBesideRecords[]> {
  if (!counts) return [];
  const written = rows.flatMap(({ standing, fields, record }) => {
    if (!fields || (standing !== 'new' && standing !== 'changed')) return [];
    return [{ fields, before: record?.fields }];
  });
  const after = await counts.partsOf(
    db,
    written.map(({ fields }) => fields),
    today(context),
  );
  const isOfRecords = counts.as === 'records';
  const before = isOfRecords ? written.flatMap((row) => (row.before ? [row.before] : [])) : [];
  const taken = (await counts.partsOf(db, before, today(context))).map((part) => ({
    ...part,
    count: -part.count,
  }));
  return findBothCounted(db, counts.counting, counts.as, [...after, ...taken]);
}

/** What the rows would do to the appearances of the outlets that they change, as JSON. */
async function reachOf(
  { db, at }: Write,
  destination: Destination,
  rows: readonly ComparedRow[],
): Promise<string | null> {
  const changes = rows.flatMap(({ standing, fields, record }) =>
    standing === 'changed' && fields && record ? [{ id: record.id, fields }] : [],
  );
  const reach = await destination.reach?.(db, changes, at);
  return reach ? JSON.stringify(reach) : null;
}

interface Kept {
  file: SheetToPreview['file'];
  target: SheetToPreview['target'];
  sheet: SheetRead['sheet'];
  rows: readonly ComparedRow[];
  totals: PrintedTotal[];
  revisions: string;
  destination: Destination;
}

async function keepPreview(context: ActorContext, write: Write, kept: Kept) {
  const { file, target, sheet, rows, totals, revisions, destination } = kept;
  const fileHash = createHash('sha256').update(file.content).digest('hex');
  const run: SheetImportTable = {
    id: randomUUID(),
    target,
    status: 'pending',
    fileName: file.name,
    fileHash,
    sheetName: sheet.name,
    searchText: foldForSearch(`${file.name} ${sheet.name} ${write.actor.name}`),
    createdAt: write.at,
    createdBy: write.actor.name,
    expiresAt: new Date(Date.parse(write.at) + previewHours * 3_600_000).toISOString(),
    notes: JSON.stringify(await notesOf(write, kept, fileHash)),
    totals: JSON.stringify(totals),
    bothCounted: JSON.stringify(await bothCounted(context, write, destination, rows)),
    reach: await reachOf(write, destination, rows),
    revisions,
    writtenAt: null,
    writtenBy: null,
    undoneAt: null,
    undoneBy: null,
    added: count(rows, 'new'),
    changed: count(rows, 'changed'),
    same: count(rows, 'same'),
    wrong: count(rows, 'wrong'),
    kept: 0,
  };
  await write.db.insertInto('sheetImport').values(run).execute();
  await insertSheetRows(context.database, write, run.id, rows, destination.takesIds === true);
  return run;
}

async function readAsked(context: ActorContext, asked: SheetToPreview) {
  const kinds = await listKinds(context.database);
  const target = targetOf(await selectTargets(context.database, kinds), asked.target);
  checkLayout(target, asked);
  const directory = await selectDirectory(context.database.db, kinds);
  const { sheet, mended, layout, answers, defaults } = asked;
  const { content } = asked.file;
  const settled = { sheet, mended, layout, answers, defaults };
  return readApart('sheetRows', { content, ...settled, target, directory });
}

/**
 * Reads a sheet as it was settled and keeps, row by row, what it would change, for somebody to look
 * at and agree to. What the cells leave open is asked first. Nothing but the preview is stored.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a sheet or a column that is not there;
 * `role_not_allowed`.
 */
export async function previewSheet(
  context: ActorContext,
  asked: SheetToPreview,
): Promise<SheetPreview> {
  const { file, target, layout, answers } = asked;
  requireRole(context.actor, target);
  const destination = await destinationOf(context.database, target);
  const { questions, headings, sheet, totals, ...read } = await readAsked(context, asked);
  if (questions.length > 0) return { questions, import: null };
  const revisions = await readRevisions(context.database.db, destination.areas);
  const rows = await compareRows(context, destination, read.rows, file.name);
  return transact(context, ['imports'], async (write) => {
    await removeExpiredSheets(write);
    await rememberMapping(write, target, headings, layout, answers);
    const run = await keepPreview(context, write, {
      file,
      target,
      sheet,
      rows,
      totals,
      revisions,
      destination,
    });
    const { id, added, changed, same, wrong, fileName } = run;
    const details = { fileName, target, added, changed, same, wrong };
    await write.audit({ action: 'preview', record: 'sheet_import', recordId: id, details });
    return { questions: [], import: showSheetImport(run) };
  });
}
