import { Worker } from 'node:worker_threads';
import { AltavozFailure, type Failure } from '../../shared/failure.ts';
import type { Sheet, SheetRow } from '../../shared/imports/sheets/sheet.ts';
import { refuseFile } from './decode-text.ts';
import type { SheetLimits } from './open-sheets.ts';

/** What the thread that opens a file is given. */
export interface SheetsToOpen {
  bytes: Uint8Array;
  limits: SheetLimits;
}

/** What it answers, in this order: each sheet and its rows some at a time, then that it is done; or why not. */
export type SheetsMessage =
  | { sheet: Omit<Sheet, 'rows'> }
  | { rows: SheetRow[] }
  | { isDone: true }
  | { failure: Failure };

/** No file that is let in takes longer on a slow machine. */
const mostMilliseconds = 120_000;
/** What opening a file may take of the memory. */
const mostMegabytes = 360;

/** Where the built thread stands, beside the programs and above their parts. */
function builtFile(): URL {
  const isPart = import.meta.url.includes('/chunks/');
  return new URL(isPart ? '../sheets-worker.js' : './sheets-worker.js', import.meta.url);
}

/** Runs the thread from its source, as tests and the bench do. */
function sourceText(): string {
  const file = JSON.stringify(new URL('./sheets-worker.ts', import.meta.url).href);
  return `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); });`;
}

function startWorker(asked: SheetsToOpen): Worker {
  const { buffer } = asked.bytes;
  const isSource = import.meta.url.endsWith('.ts');
  return new Worker(isSource ? sourceText() : builtFile(), {
    eval: isSource,
    workerData: asked,
    transferList: buffer instanceof ArrayBuffer ? [buffer] : [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 32 },
  });
}

/** A file that no memory is enough for, or that the thread broke down on. */
function failureOf(error: unknown): unknown {
  const code = String((error as { code?: unknown }).code ?? '');
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuseFile('swollen_archive') : error;
}

function openInWorker(asked: SheetsToOpen): Promise<Sheet[]> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(asked);
    const sheets: Sheet[] = [];
    const late = setTimeout(
      () => end(() => reject(refuseFile('swollen_archive'))),
      mostMilliseconds,
    );
    function end(settle: () => void): void {
      clearTimeout(late);
      worker.removeAllListeners('exit');
      worker.terminate().then(settle, reject);
    }
    worker.on('message', (message: SheetsMessage) => {
      if ('sheet' in message) sheets.push({ ...message.sheet, rows: [] });
      else if ('rows' in message) for (const row of message.rows) sheets.at(-1)?.rows.push(row);
      else if ('failure' in message) end(() => reject(new AltavozFailure(message.failure)));
      else end(() => resolve(sheets));
    });
    worker.on('error', (error) => end(() => reject(failureOf(error))));
    worker.once('exit', () => end(() => reject(refuseFile('swollen_archive'))));
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Opens a large spreadsheet as `openSheets` does, in a thread of its own, so that the server goes on
 * answering: one file after the other, in bounded time and memory. The bytes are given away.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export function openSheetsAside(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet[]> {
  const opening = last.then(() => openInWorker({ bytes, limits }));
  last = opening.catch(() => undefined);
  return opening;
}
