// Opens a spreadsheet in a thread of its own and hands over its rows some at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { AltavozFailure } from '../../shared/failure.ts';
import { openSheets } from './open-sheets.ts';
import type { SheetsMessage, SheetsToOpen } from './open-sheets-aside.ts';

const rowsAtATime = 2_000;

const say = (message: SheetsMessage) => parentPort?.postMessage(message);

const { bytes, limits } = workerData as SheetsToOpen;
try {
  const sheets = await openSheets(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    limits,
  );
  for (const { rows, ...sheet } of sheets) {
    say({ sheet });
    for (let at = 0; at < rows.length; at += rowsAtATime) {
      say({ rows: rows.slice(at, at + rowsAtATime) });
    }
  }
  say({ isDone: true });
} catch (error) {
  // A failure of its own kind would lose its kind on the way to the other thread.
  if (!(error instanceof AltavozFailure)) throw error;
  say({ failure: error.failure });
}
