import { AltavozFailure } from '../../../shared/failure.ts';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { bulkInsert } from '../../database/bulk-insert.ts';
import type { SheetImportRowTable, SheetImportTable } from '../../database/imports-schema.ts';
import { askingReach } from '../../press/outlets/asking-reach.ts';
import { transact, type Write } from '../../transaction.ts';
import type { Destination } from './destination.ts';
import { destinationOf } from './list-destinations.ts';
import { readRevisions } from './read-revisions.ts';
import { requireRole } from './require-role.ts';
import { findLastNumber, findSheetImport, showSheetImport } from './sheet-queries.ts';

/** How many of the rows are done, as the work goes on. */
export type Report = (done: number, total: number) => void;

type Fields = Record<string, unknown>;
type Row = Pick<SheetImportRowTable, 'number' | 'fields' | 'recordId' | 'recordVersion' | 'known'>;

const rowsPerStep = 2_000;

const fieldsOf = (row: Row) => JSON.parse(row.fields ?? '{}') as Fields;

interface Writing {
  within: ActorContext;
  write: Write;
  id: string;
  destination: Destination;
  /** Those of the destination's areas when the preview was made. */
  revisions: string;
}

const rowsOf = ({ write, id }: Writing, standing: 'new' | 'changed') =>
  write.db
    .selectFrom('sheetImportRow')
    .select(['number', 'fields', 'recordId', 'recordVersion', 'known'])
    .where('importId', '=', id)
    .where('standing', '=', standing)
    .orderBy('number');

/** The rows of a standing, in their order, some lines of the sheet at a time: few of them may have it. */
async function* readRows(writing: Writing, standing: 'new' | 'changed'): AsyncGenerator<Row[]> {
  const last = await findLastNumber(writing.write.db, writing.id);
  for (let from = 0; from <= last; from += rowsPerStep) {
    const rows = await rowsOf(writing, standing)
      .where('number', '>=', from)
      .where('number', '<', from + rowsPerStep)
      .execute();
    if (rows.length > 0) yield rows;
  }
}

/**
 * Refuses to store again what came in since the preview under the key of a row that was new then.
 * @throws {AltavozFailure} `import_moved`.
 */
async function refuseMoved(writing: Writing): Promise<void> {
  const { write, destination, revisions } = writing;
  const { areas } = destination;
  // This write itself advanced each of them once.
  if (revisions === (await readRevisions(write.db, areas, 1))) return;
  const added = await rowsOf(writing, 'new').execute();
  if (added.length === 0) return;
  const rows = added.map(fieldsOf);
  const now = new Map<string, number>();
  for (const { fields } of await destination.selectStored(write.db, rows)) {
    const key = destination.keyOf(fields);
    now.set(key, (now.get(key) ?? 0) + 1);
  }
  const isMoved = rows.some(
    (fields, at) => (now.get(destination.keyOf(fields)) ?? 0) !== added[at]?.known,
  );
  if (isMoved) throw new AltavozFailure({ code: 'import_moved' });
}

/** What a version that is no longer there means of a preview. */
function movedOr(error: unknown): unknown {
  const isMoved = error instanceof AltavozFailure && error.failure.code === 'record_changed';
  return isMoved ? new AltavozFailure({ code: 'import_moved' }) : error;
}

const versions = {
  table: 'sheet_import_row',
  columns: [
    'import_id',
    'number',
    'record_id',
    'record_version',
    'line',
    'standing',
    'said',
    'problems',
    'known',
  ],
  onConflict: { key: ['import_id', 'number'], update: ['record_id', 'record_version'] },
} as const;

/** Keeps which record came of each row. The rows are there: of what is given, only that is put. */
async function keepVersions(
  { within, write, id }: Writing,
  rows: readonly Row[],
  made: readonly RecordVersion[],
): Promise<void> {
  const values = made.flatMap(({ id: recordId, version }, at) => {
    const row = rows[at];
    if (!row || (row.recordId === recordId && row.recordVersion === version)) return [];
    return [[id, row.number, recordId, version, 0, '', '', '', 0]];
  });
  await bulkInsert(within.database, write, versions, values);
}

function createRows({ within, destination }: Writing, rows: readonly Row[]) {
  const ids = rows.map(({ recordId }) => recordId ?? '');
  return destination.create(within, rows.map(fieldsOf), ids);
}

function updateRows({ within, destination }: Writing, rows: readonly Row[]) {
  const changes = rows.map((row) => ({
    at: { id: row.recordId ?? '', version: row.recordVersion ?? 0 },
    fields: fieldsOf(row),
  }));
  return destination.update(within, changes, 'refuse');
}

async function writeRows(
  writing: Writing,
  { added, changed }: Pick<SheetImportTable, 'added' | 'changed'>,
  report: Report,
): Promise<void> {
  await refuseMoved(writing);
  const total = added + changed;
  let done = 0;
  report(done, total);
  for (const standing of ['new', 'changed'] as const) {
    if ((standing === 'new' ? added : changed) === 0) continue;
    for await (const rows of readRows(writing, standing)) {
      const made =
        standing === 'new' ? await createRows(writing, rows) : await updateRows(writing, rows);
      await keepVersions(writing, rows, made);
      done += rows.length;
      report(done, total);
    }
  }
}

/**
 * Writes an import that somebody agreed to by the verbs of people, all of it in one transaction or
 * nothing; not when its preview expired or was used, nor when what it would change moved since.
 * Rows that are wrong are left out.
 * @throws {AltavozFailure} `record_not_found`, `import_expired`, `import_moved`, `role_not_allowed`,
 * and what the verbs refuse, such as `month_closed`; `outlet_reaches_back` to ask whether the
 * appearances of changed outlets follow.
 */
export async function writeSheetImport(
  context: ActorContext,
  id: string,
  report: Report = () => undefined,
): Promise<SheetImportRow> {
  const { target } = await findSheetImport(context.database.db, id);
  const destination = await destinationOf(context.database, target);
  requireRole(context.actor, target);
  try {
    return await transact(context, ['imports', ...destination.areas], async (write) => {
      const run = await findSheetImport(write.db, id);
      if (run.status !== 'pending' || run.expiresAt < write.at) {
        throw new AltavozFailure({ code: 'import_expired' });
      }
      const writing = { write, id, destination, revisions: run.revisions };
      await askingReach({ ...context, within: write }, (within) =>
        writeRows({ ...writing, within }, run, report),
      );
      const written = { status: 'written', writtenAt: write.at, writtenBy: write.actor.name };
      await write.db.updateTable('sheetImport').set(written).where('id', '=', id).execute();
      const { fileName, fileHash, sheetName, added, changed, same, wrong } = run;
      const details = { fileName, fileHash, sheetName, target, added, changed, same, wrong };
      await write.audit({ action: 'import', record: 'sheet_import', recordId: id, details });
      return showSheetImport({ ...run, ...written });
    });
  } catch (error) {
    throw movedOr(error);
  }
}

/** Puts a preview aside that nobody agrees to. @throws {AltavozFailure} `import_expired` when it was used. */
export async function discardSheetImport(
  context: ActorContext,
  id: string,
): Promise<{ id: string }> {
  const { target } = await findSheetImport(context.database.db, id);
  requireRole(context.actor, target);
  return transact(context, ['imports'], async (write) => {
    const run = await findSheetImport(write.db, id);
    if (run.status !== 'pending') throw new AltavozFailure({ code: 'import_expired' });
    await write.db.deleteFrom('sheetImportRow').where('importId', '=', id).execute();
    await write.db
      .updateTable('sheetImport')
      .set({ status: 'discarded' })
      .where('id', '=', id)
      .execute();
    const details = { fileName: run.fileName };
    await write.audit({ action: 'discard', record: 'sheet_import', recordId: id, details });
    return { id };
  });
}
