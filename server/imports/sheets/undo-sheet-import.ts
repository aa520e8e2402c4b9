import { AltavozFailure } from '../../../shared/failure.ts';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import type { ActorContext } from '../../context.ts';
import type { SheetImportTable } from '../../database/imports-schema.ts';
import { askingReach } from '../../press/outlets/asking-reach.ts';
import { transact, type Write } from '../../transaction.ts';
import type { Destination } from './destination.ts';
import { destinationOf } from './list-destinations.ts';
import { requireRole } from './require-role.ts';
import { findLastNumber, findSheetImport, showSheetImport } from './sheet-queries.ts';
import type { Report } from './write-sheet-import.ts';

interface WrittenRow {
  recordId: string | null;
  recordVersion: number | null;
  before: string | null;
}

const rowsPerStep = 2_000;

/** What an import wrote of a standing, the last first, some lines of the sheet at a time. */
async function* readWritten(
  { db }: Write,
  id: string,
  standing: 'new' | 'changed',
): AsyncGenerator<WrittenRow[]> {
  for (let to = await findLastNumber(db, id); to >= 0; to -= rowsPerStep) {
    const rows = await db
      .selectFrom('sheetImportRow')
      .select(['recordId', 'recordVersion', 'before'])
      .where('importId', '=', id)
      .where('standing', '=', standing)
      .where('number', '<=', to)
      .where('number', '>', to - rowsPerStep)
      .orderBy('number', 'desc')
      .execute();
    if (rows.length > 0) yield rows;
  }
}

const atOf = ({ recordId, recordVersion }: WrittenRow) => ({
  id: recordId ?? '',
  version: recordVersion ?? 0,
});

/** Makes records what they were before; returns how many, but for those that somebody changed since. */
async function putBack(within: ActorContext, destination: Destination, rows: WrittenRow[]) {
  const changes = rows.map((row) => ({
    at: atOf(row),
    fields: JSON.parse(row.before ?? '{}') as Record<string, unknown>,
  }));
  const back = destination.undo
    ? await destination.undo(within, changes)
    : await destination.update(within, changes, 'leave');
  return back.length;
}

/**
 * Makes the records what they were before: what came in goes first, since what changed may have made
 * way for it. Returns how many were left as somebody made them since.
 */
async function undoRows(
  within: ActorContext,
  write: Write,
  { destination, run }: { destination: Destination; run: SheetImportTable },
  report: (done: number) => void,
): Promise<number> {
  let done = 0;
  let undone = 0;
  for (const standing of ['new', 'changed'] as const) {
    if ((standing === 'new' ? run.added : run.changed) === 0) continue;
    for await (const rows of readWritten(write, run.id, standing)) {
      report(done);
      undone +=
        standing === 'new'
          ? await destination.remove(within, rows.map(atOf))
          : await putBack(within, destination, rows);
      done += rows.length;
    }
  }
  return done - undone;
}

/**
 * Undoes a whole import in one transaction: what it brought in is removed, what it changed is again
 * what it was. What somebody changed later is left as it is, and counted in `kept`.
 * @throws {AltavozFailure} `record_not_found`; `import_expired` when it is not written or was undone;
 * `month_closed`; `role_not_allowed`; `outlet_reaches_back` where appearances would move that came later.
 */
export async function undoSheetImport(
  context: ActorContext,
  id: string,
  report: Report = () => undefined,
): Promise<SheetImportRow> {
  const { target } = await findSheetImport(context.database.db, id);
  const destination = await destinationOf(context.database, target);
  requireRole(context.actor, target);
  return transact(context, ['imports', ...destination.areas], async (write) => {
    const run = await findSheetImport(write.db, id);
    if (run.status !== 'written') throw new AltavozFailure({ code: 'import_expired' });
    const written = run.added + run.changed;
    const kept = await askingReach({ ...context, within: write }, (within) =>
      undoRows(within, write, { destination, run }, (done) => report(done, written)),
    );
    const undone = { status: 'undone', undoneAt: write.at, undoneBy: write.actor.name, kept };
    await write.db.updateTable('sheetImport').set(undone).where('id', '=', id).execute();
    const details = { fileName: run.fileName, target, restored: written - kept, kept };
    await write.audit({ action: 'undo', record: 'sheet_import', recordId: id, details });
    return showSheetImport({ ...run, ...undone });
  });
}
