// Reads a spreadsheet in a thread of its own and hands over what it says some rows at a time.
import { parentPort } from 'node:worker_threads';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { ReadMessage } from './read-aside.ts';
import { type FileToRead, readFile } from './read-file.ts';

const rowsAtATime = 2_000;

const say = (message: ReadMessage) => parentPort?.postMessage(message);

function* slices<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtATime) yield rows.slice(at, at + rowsAtATime);
}

async function answer(asked: FileToRead): Promise<void> {
  const read = await readFile(asked);
  if ('facts' in read) {
    for (const some of slices(read.rows)) say({ records: JSON.stringify(some) });
    say({ facts: read.facts });
  } else {
    for (const { rows, ...sheet } of read.sheets) {
      say({ sheet });
      for (const some of slices(rows)) say({ rows: JSON.stringify(some) });
    }
    say({ isDone: true });
  }
}

parentPort?.on('message', (asked: FileToRead) => {
  answer(asked).catch((error: unknown) => {
    // A failure of its own kind would lose its kind on the way to the other thread.
    if (!(error instanceof AltavozFailure)) throw error;
    say({ failure: error.failure });
  });
});
