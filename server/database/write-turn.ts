import { AsyncLocalStorage } from 'node:async_hooks';
import { AltavozFailure } from '../../shared/failure.ts';

/** A write of this call, from when it waits for its turn until it is stored. */
interface WriteUnderWay {
  patienceMs: number;
  /** That its transaction is open. */
  isOpen: boolean;
}

const underWay = new AsyncLocalStorage<WriteUnderWay>();

/** How long whoever names nothing else waits for a turn to write. */
const patienceMs = 10_000;

/**
 * Runs a write which gives up with `database_busy` when its turn does not come in so long.
 * @throws {Error} when this call has a write open: a verb within it has to be given that one.
 */
export function asWrite<Result>(
  { writeTurns }: { writeTurns: WriteTurns | undefined },
  patience: number,
  run: () => Promise<Result>,
): Promise<Result> {
  refuseBesideWrite();
  return underWay.run({ patienceMs: patience, isOpen: false }, async () => {
    await writeTurns?.take(() => undefined);
    try {
      return await run();
    } finally {
      writeTurns?.give();
    }
  });
}

/**
 * Whoever has a transaction open sees and changes the database through it alone: what it asked
 * beside it would not see its own changes, and what it wrote would wait for itself.
 * @throws {Error}
 */
export function refuseBesideWrite(): void {
  if (underWay.getStore()?.isOpen) {
    throw new Error('a write under way asks the database beside its own transaction');
  }
}

/** Whose turn it is to write, so many at a time: first come, first served. */
export class WriteTurns {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(atATime: number) {
    this.#free = atATime;
  }

  /**
   * Waits for a turn, and then until `begin` is no longer refused because another process writes.
   * @throws {AltavozFailure} `database_busy` when that takes longer than the write has patience.
   */
  async take<Begun>(begin: () => Begun): Promise<Begun> {
    refuseBesideWrite();
    const write = underWay.getStore();
    const until = performance.now() + (write?.patienceMs ?? patienceMs);
    await this.#wait(until);
    try {
      const begun = await beginBetweenOthers(begin, until);
      if (write) write.isOpen = true;
      return begun;
    } catch (error) {
      this.give();
      throw error;
    }
  }

  /** Ends the turn. */
  give(): void {
    const write = underWay.getStore();
    if (write) write.isOpen = false;
    const [next] = this.#waiting;
    if (next) {
      this.#waiting.delete(next);
      next();
    } else this.#free += 1;
  }

  #wait(until: number): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free -= 1;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(giving);
        resolve();
      };
      const giving = setTimeout(() => {
        this.#waiting.delete(go);
        reject(new AltavozFailure({ code: 'database_busy' }));
      }, until - performance.now());
      this.#waiting.add(go);
    });
  }
}

const longestPauseMs = 50;

function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_BUSY');
}

/** Tries again in pauses that leave the event loop free, where SQLite's own wait would hold it. */
async function beginBetweenOthers<Begun>(begin: () => Begun, until: number): Promise<Begun> {
  for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return begin();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > until) throw new AltavozFailure({ code: 'database_busy' });
    }
    const waited = pauseMs * (0.5 + Math.random());
    await new Promise((resume) => setTimeout(resume, waited));
  }
}
