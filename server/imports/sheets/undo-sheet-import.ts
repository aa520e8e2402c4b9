import { AltavozFailure } from '../../../shared/failure.ts';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import type { ActorContext } from '../../context.ts';
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

const rowsPerStep = 200;

/** What an import wrote, the last first, some lines of the sheet at a time. */
async function* readWritten({ db }: Write, id: string): AsyncGenerator<WrittenRow[]> {
  for (let to = await findLastNumber(db, id); to >= 0; to -= rowsPerStep) {
    yield await db
      .selectFrom('sheetImportRow')
      .select(['recordId', 'recordVersion', 'before'])
      .where('importId', '=', id)
      .where('standing', 'in', ['new', 'changed'])
      .where('number', '<=', to)
      .where('number', '>', to - rowsPerStep)
      .orderBy('number', 'desc')
      .execute();
  }
}

const movedOn = new Set(['record_changed', 'record_not_found']);

/** Makes one record what it was before; `false` when somebody changed it since, and it is left. */
async function undoRow(
  within: ActorContext,
  destination: Destination,
  { recordId, recordVersion, before }: WrittenRow,
): Promise<boolean> {
  const at = { id: recordId ?? '', version: recordVersion ?? 0 };
  try {
    if (before === null) await destination.remove(within, at);
    else {
      const undo = destination.undo ?? destination.update;
      await undo(within, at, JSON.parse(before) as Record<string, unknown>);
    }
    return true;
  } catch (error) {
    if (error instanceof AltavozFailure && movedOn.has(error.failure.code)) return false;
    throw error;
  }
}

/** Makes the records what they were before; returns how many were left as somebody made them since. */
async function undoRows(
  within: ActorContext,
  destination: Destination,
  parts: AsyncIterable<WrittenRow[]>,
  report: (done: number) => void,
): Promise<number> {
  let kept = 0;
  let done = 0;
  for await (const rows of parts) {
    report(done);
    for (const row of rows) if (!(await undoRow(within, destination, row))) kept += 1;
    done += rows.length;
  }
  return kept;
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
      undoRows(within, destination, readWritten(write, id), (done) => report(done, written)),
    );
    const undone = { status: 'undone', undoneAt: write.at, undoneBy: write.actor.name, kept };
    await write.db.updateTable('sheetImport').set(undone).where('id', '=', id).execute();
    const details = { fileName: run.fileName, target, restored: written - kept, kept };
    await write.audit({ action: 'undo', record: 'sheet_import', recordId: id, details });
    return showSheetImport({ ...run, ...undone });
  });
}
