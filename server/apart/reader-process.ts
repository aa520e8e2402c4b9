import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AltavozFailure } from '../../shared/failure.ts';
import { refuseFile } from '../files/decode-text.ts';
import { spentBy } from './process-use.ts';
import type { FromReader, ReadingName, ToReader } from './readings.ts';

/** What one reading may take. */
const bounds = {
  /** Of the processor, before anything is counted. */
  cpuSeconds: 1.5,
  /** Of the processor, for each million pieces that were counted. */
  cpuSecondsPerMillion: 4,
  /** Of the clock on the wall. */
  seconds: 120,
  heapMegabytes: 360,
  /** With what lies outside the heap: the file as it came and its parts unpacked. */
  residentMegabytes: 700,
};
const lookedAtEachMilliseconds = 50;

/** Where the system does not tell what the processor spent: a busy machine gives a third of it at least. */
const shareOfClock = 1 / 3;

/** Answers what a reading asks. */
export type Answering = (question: never) => unknown;

/** Ends of a process by which it ended itself: what it read broke it. */
const brokenBy: readonly unknown[] = ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS'];

/** The built reader stands beside the programs and above their parts. */
function readerFile(): string {
  if (import.meta.url.endsWith('.ts'))
    return fileURLToPath(new URL('./reader.ts', import.meta.url));
  const isPart = import.meta.url.includes('/chunks/');
  return fileURLToPath(new URL(isPart ? '../reader.js' : './reader.js', import.meta.url));
}

function startReader(): ChildProcess {
  const file = readerFile();
  const { PATH, HOME, TMPDIR, TZ } = process.env;
  return fork(file, {
    // The key of the house and the address of its database are nothing to whoever reads strangers' files.
    env: Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, TZ }).filter(([, set]) => set)),
    execArgv: [
      `--max-old-space-size=${bounds.heapMegabytes}`,
      '--max-semi-space-size=16',
      ...(file.endsWith('.ts') ? ['--import', 'tsx'] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** What a reading takes, and whether that is too much. */
class Meter {
  readonly #pid: number;
  readonly #startedAt = performance.now();
  #begunAt: number | undefined;
  #cpuBefore = 0;
  #pieces = 0;

  constructor(pid: number) {
    this.#pid = pid;
  }

  begin(): void {
    this.#begunAt = performance.now();
    this.#cpuBefore = spentBy(this.#pid)?.cpuSeconds ?? 0;
  }

  add(pieces: number): void {
    this.#pieces += pieces;
  }

  /** Which bound was passed. */
  excess(): AltavozFailure | undefined {
    const { seconds, residentMegabytes } = bounds;
    const now = performance.now();
    if (now - this.#startedAt > seconds * 1_000) return refuseFile('too_slow', seconds);
    if (this.#begunAt === undefined) return undefined;
    const use = spentBy(this.#pid);
    const allowed = bounds.cpuSeconds + (this.#pieces / 1e6) * bounds.cpuSecondsPerMillion;
    const elapsed = ((now - this.#begunAt) / 1_000) * shareOfClock;
    const spent = use ? use.cpuSeconds - this.#cpuBefore : elapsed;
    if (spent > allowed) return refuseFile('too_slow', Math.ceil(allowed));
    const isHeavy = (use?.residentMegabytes ?? 0) > residentMegabytes;
    return isHeavy ? refuseFile('too_heavy', residentMegabytes) : undefined;
  }
}

/** One reading under way: what the reader says of it, until its end. */
class Exchange {
  readonly done: Promise<object>;
  residentMegabytes = 0;
  /** Whether the reader said how it ended, and waits for the next. */
  isEnded = false;
  #resolve: (read: object) => void = () => undefined;
  fail: (error: unknown) => void = () => undefined;
  readonly #rows: unknown[] = [];

  constructor(
    readonly meter: Meter,
    readonly answer: (question: unknown) => void,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.fail = reject;
    });
  }

  hear(message: FromReader): void {
    if ('begun' in message) this.meter.begin();
    else if ('counted' in message) this.meter.add(message.counted);
    else if ('ask' in message) this.answer(message.ask);
    else if ('rows' in message) {
      for (const row of JSON.parse(message.rows) as unknown[]) this.#rows.push(row);
    } else {
      this.isEnded = true;
      this.residentMegabytes = message.residentMegabytes;
      const { end } = message;
      if ('read' in end)
        this.#resolve('rows' in end.read ? { ...end.read, rows: this.#rows } : end.read);
      else if ('failure' in end) this.fail(new AltavozFailure(end.failure));
      else this.fail(new Error(`a reader broke: ${end.broke}`));
    }
  }

  hearExit(signal: NodeJS.Signals | null): void {
    const isBroken = brokenBy.includes(signal);
    this.fail(isBroken ? refuseFile('too_heavy', bounds.heapMegabytes) : refuseFile('interrupted'));
  }
}

/** A process that reads one thing after another for this one, until it breaks or is ended. */
export class ReaderProcess {
  readonly #child = startReader();
  isOver = false;
  /** What it held of memory after the last reading. */
  residentMegabytes = 0;

  constructor() {
    const over = () => {
      this.isOver = true;
    };
    this.#child.once('exit', over).on('error', over);
  }

  end(): void {
    this.isOver = true;
    this.#child.kill('SIGKILL');
  }

  /** Whether this process waits for it before it ends. */
  hold(isHeld: boolean): void {
    const way = isHeld ? 'ref' : 'unref';
    this.#child[way]();
    this.#child.channel?.[way]();
  }

  /**
   * Reads one thing; the process is over where that took too much or broke it.
   * @returns what was read, its rows together.
   * @throws {AltavozFailure} what the reading refuses; `file_refused` as `too_slow`, `too_heavy` or
   * `interrupted`.
   */
  async read(reading: ReadingName, input: unknown, answer: Answering): Promise<object> {
    const child = this.#child;
    const tell = (message: ToReader) =>
      child.send(message, (error) => error && exchange.fail(refuseFile('interrupted')));
    const exchange = new Exchange(new Meter(child.pid ?? 0), (question) => {
      const answered = Promise.resolve(answer(question as never));
      answered.then((told) => tell({ told }), exchange.fail);
    });
    const hear = (message: FromReader) => exchange.hear(message);
    const hearExit = (_: unknown, signal: NodeJS.Signals | null) => exchange.hearExit(signal);
    const looking = setInterval(() => {
      const excess = exchange.meter.excess();
      if (excess) exchange.fail(excess);
    }, lookedAtEachMilliseconds);
    child.on('message', hear).once('exit', hearExit).once('error', exchange.fail);
    try {
      tell({ reading, input });
      return await exchange.done;
    } finally {
      clearInterval(looking);
      child.off('message', hear).off('exit', hearExit).off('error', exchange.fail);
      this.residentMegabytes = exchange.residentMegabytes;
      if (!exchange.isEnded) this.end();
    }
  }
}
