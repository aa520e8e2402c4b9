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
/** How long a thread waits for the whole file, holding what its first lines took. */
const mostIdleMilliseconds = 60_000;
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

function startWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  return new Worker(isSource ? sourceText() : builtFile(), {
    eval: isSource,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 32 },
  });
}

/** A thread that has looked at the first lines of a file. The whole file often follows, and finds it ready. */
let waiting: { worker: Worker; end: NodeJS.Timeout } | undefined;

/** Nobody listens to the thread any more; what Node itself listens to stays. */
function leaveAlone(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function takeWorker(): Worker {
  if (!waiting) return startWorker();
  const { worker, end } = waiting;
  clearTimeout(end);
  waiting = undefined;
  leaveAlone(worker);
  worker.ref();
  return worker;
}

function letWait(worker: Worker): void {
  const forget = () => {
    if (waiting?.worker !== worker) return;
    clearTimeout(waiting.end);
    waiting = undefined;
  };
  const end = setTimeout(() => {
    // Nobody takes a thread that is ending.
    forget();
    worker.terminate();
  }, mostIdleMilliseconds).unref();
  waiting = { worker, end };
  worker.once('error', forget);
  worker.once('exit', forget);
  worker.unref();
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
    const worker = takeWorker();
    const gathered = new Gathered();
    const tooLate = () => end(() => reject(refuseFile('swollen_archive')));
    const late = setTimeout(tooLate, mostMilliseconds);
    function end(settle: () => void): void {
      clearTimeout(late);
      worker.removeAllListeners('exit');
      worker.terminate().then(settle, reject);
    }
    function finish(read: FileRead): void {
      // What a whole file leaves in memory goes with its thread.
      if (asked.limits.firstRows === undefined) {
        end(() => resolve(read));
        return;
      }
      clearTimeout(late);
      leaveAlone(worker);
      letWait(worker);
      resolve(read);
    }
    worker.on('message', (message: ReadMessage) => {
      if ('failure' in message) return end(() => reject(new AltavozFailure(message.failure)));
      const read = gathered.take(message);
      if (read) finish(read);
    });
    worker.on('error', (error) => end(() => reject(failureOf(error))));
    worker.once('exit', tooLate);
    const { buffer } = asked.bytes;
    worker.postMessage(asked, buffer instanceof ArrayBuffer ? [buffer] : []);
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
