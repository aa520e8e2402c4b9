import { type FileHandle, open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';

/** Rows changed by a transaction whose pages are folded into the file aside. */
const largeChanges = 1_000;
/** SQLite's own: so many pages in the log and a commit folds them in by itself. */
const foldedPages = 1_000;

const folding = `
  const { workerData } = require('node:worker_threads');
  const file = new (require(workerData.library))(workerData.path, { timeout: 2_000 });
  file.pragma('wal_checkpoint(PASSIVE)');
  file.close();
`;

/**
 * The transactions of the handle that writes, and the log that they are stored in. What waits for
 * the disk does so beside the event loop: SQLite is told not to wait itself (`synchronous = NORMAL`),
 * and no write is acknowledged before the log is on the disk.
 */
export class WriteAheadLog {
  readonly #writer: Database.Database;
  readonly #countChanges: Database.Statement<[], number>;
  #changesBefore = 0;
  #file: Promise<FileHandle> | undefined;
  #flushing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #folding: Promise<void> | undefined;

  constructor(writer: Database.Database) {
    this.#writer = writer;
    this.#countChanges = writer.prepare<[], number>('select total_changes()').pluck();
  }

  /**
   * Begins with the write lock: a deferred transaction that reads first and writes later is
   * refused at once by SQLite when another process wrote between the two.
   */
  begin(): void {
    this.#writer.exec('begin immediate');
    this.#changesBefore = this.#countChanges.get() ?? 0;
  }

  /** Stores the transaction; it is there for all to see, and on the disk after `flush`. */
  commit(): void {
    const isLarge = (this.#countChanges.get() ?? 0) - this.#changesBefore > largeChanges;
    if (isLarge) this.#writer.pragma('wal_autocheckpoint = 0');
    try {
      this.#writer.exec('commit');
    } finally {
      if (isLarge) this.#foldAside();
    }
  }

  /** Waits until all that was stored before is on the disk; those who ask meanwhile wait together for the next time. */
  flush(): Promise<void> {
    this.#next ??= this.#flushing
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#flushing = this.#flushFile();
        return this.#flushing;
      });
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#folding;
    await this.#next?.catch(() => undefined);
    await this.#flushing.catch(() => undefined);
    await (await this.#file)?.close();
  }

  async #flushFile(): Promise<void> {
    // SQLite takes no locks on the log, which closing another handle of it would give up.
    this.#file ??= open(`${this.#writer.name}-wal`, 'r+');
    await (await this.#file).datasync();
  }

  /** Folds the log into the file in a thread; one that cannot leaves it to the next commit. */
  #foldAside(): void {
    this.#folding ??= new Promise<void>((resolve) => {
      const library = createRequire(import.meta.url).resolve('better-sqlite3');
      const workerData = { library, path: this.#writer.name };
      const thread = new Worker(folding, { eval: true, execArgv: [], workerData });
      thread.once('error', () => undefined);
      thread.once('exit', () => {
        this.#folding = undefined;
        if (this.#writer.open) this.#writer.pragma(`wal_autocheckpoint = ${foldedPages}`);
        resolve();
      });
    });
  }
}
