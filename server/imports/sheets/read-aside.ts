import { Worker } from 'node:worker_threads';
import { AltavozFailure, type Failure } from '../../../shared/failure.ts';
import type { Sheet, SheetRow } from '../../../shared/imports/sheets/sheet.ts';
import type { ReadSheetRow } from '../../../shared/imports/sheets/target.ts';
import { refuseFile } from '../../files/decode-text.ts';
import type { FileRead, FileToRead, SheetFacts } from './read-file.ts';

/**
 * What the thread that reads a file answers: each sheet and its rows some at a time, then that it is
 * done; or the records of one sheet some at a time, then what else it says; or why not. Rows travel as
 * JSON, which takes less time and memory than copying them does.
 */
export type ReadMessage =
  | { sheet: Omit<Sheet, 'rows'> }
  | { rows: string }
  | { isDone: true }
  | { records: string }
  | { facts: SheetFacts }
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

function startWorker(asked: FileToRead): Worker {
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

const parseRows = <Row>(rows: string) => JSON.parse(rows) as Row[];

/** What the messages of the thread come to; `undefined` while more are to come. */
class Gathered {
  readonly #sheets: Sheet[] = [];
  readonly #records: ReadSheetRow[] = [];

  take(message: Exclude<ReadMessage, { failure: Failure }>): FileRead | undefined {
    if ('sheet' in message) this.#sheets.push({ ...message.sheet, rows: [] });
    else if ('rows' in message)
      this.#sheets.at(-1)?.rows.push(...parseRows<SheetRow>(message.rows));
    else if ('records' in message) this.#records.push(...parseRows<ReadSheetRow>(message.records));
    else if ('facts' in message) return { facts: message.facts, rows: this.#records };
    else return { sheets: this.#sheets };
    return undefined;
  }
}

function readInWorker(asked: FileToRead): Promise<FileRead> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(asked);
    const gathered = new Gathered();
    const tooLate = () => end(() => reject(refuseFile('swollen_archive')));
    const late = setTimeout(tooLate, mostMilliseconds);
    function end(settle: () => void): void {
      clearTimeout(late);
      worker.removeAllListeners('exit');
      worker.terminate().then(settle, reject);
    }
    worker.on('message', (message: ReadMessage) => {
      if ('failure' in message) return end(() => reject(new AltavozFailure(message.failure)));
      const read = gathered.take(message);
      if (read) end(() => resolve(read));
    });
    worker.on('error', (error) => end(() => reject(failureOf(error))));
    worker.once('exit', tooLate);
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a large spreadsheet as `readFile` does, in a thread of its own, so that the server goes on
 * answering: one file after the other, in bounded time and memory. The bytes are given away.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read; `invalid_input`.
 */
export function readAside(asked: FileToRead): Promise<FileRead> {
  const reading = last.then(() => readInWorker(asked));
  last = reading.catch(() => undefined);
  return reading;
}
