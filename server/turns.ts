import { AltavozFailure } from '../shared/failure.ts';
import { networkOf } from './network-of.ts';

/** How many may work and wait at once: in all, of one asker, from one address. */
export interface TurnBounds {
  atOnce: number;
  atOnceEach: number;
  waiting: number;
  waitingEach: number;
  waitingFromAddress: number;
  /** What who is refused is told to wait. */
  retryAfterSeconds: number;
}

/** Who asks for a turn: a person where one is known, and from where. */
export interface Asker {
  person: string | null;
  address: string | undefined;
}

/** Costly work that takes turns. */
export interface Turns {
  /**
   * Waits for a turn, which lasts until what it gives is called.
   * @throws {AltavozFailure} `too_many_requests` where too many wait already.
   */
  take(asker: Asker): Promise<() => void>;
}

interface Waiting {
  from: string;
  go(): void;
}

/** Adds to a count that is kept only while it is not nought. */
function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** A round of the loop accepts one connection: so many are let in between two turns. */
const rounds = 32;

/** Goes on when what has come in meanwhile was seen to. */
function afterOthers(go: () => void, left = rounds): void {
  if (left === 0) go();
  else setImmediate(afterOthers, go, left - 1);
}

/**
 * Makes turns that are fair: of those who wait, each asker is let in once before any is again. Each
 * turn begins after whatever else has come in meanwhile, so that nothing cheap waits for more than the
 * turns under way.
 */
export function makeTurns(bounds: TurnBounds): Turns {
  const working = new Map<string, number>();
  const fromAddress = new Map<string, number>();
  // In the order in which they are let in.
  const lines = new Map<string, Waiting[]>();
  let underWay = 0;
  let waiting = 0;

  const mayBegin = (who: string) =>
    underWay < bounds.atOnce && (working.get(who) ?? 0) < bounds.atOnceEach;

  function begin(who: string, go: () => void): void {
    // Where nobody else is at it, nothing has piled up behind costly work.
    const isAlone = underWay === 0 && waiting === 0;
    underWay += 1;
    add(working, who, 1);
    if (isAlone) go();
    else afterOthers(go);
  }

  function letIn(): void {
    for (const [who, line] of [...lines]) {
      if (underWay >= bounds.atOnce) return;
      const first = mayBegin(who) ? line.shift() : undefined;
      if (!first) continue;
      lines.delete(who);
      if (line.length > 0) lines.set(who, line);
      waiting -= 1;
      add(fromAddress, first.from, -1);
      begin(who, first.go);
    }
  }

  function releaseOf(who: string): () => void {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      underWay -= 1;
      add(working, who, -1);
      letIn();
    };
  }

  function wait(who: string, from: string, go: () => void): void {
    const line = lines.get(who) ?? [];
    const isFull =
      waiting >= bounds.waiting ||
      line.length >= bounds.waitingEach ||
      (fromAddress.get(from) ?? 0) >= bounds.waitingFromAddress;
    if (isFull) {
      const { retryAfterSeconds } = bounds;
      throw new AltavozFailure({ code: 'too_many_requests', retryAfterSeconds });
    }
    line.push({ from, go });
    lines.set(who, line);
    waiting += 1;
    add(fromAddress, from, 1);
  }

  return {
    take({ person, address }) {
      const from = address === undefined ? '' : networkOf(address);
      const who = person ?? `from ${from}`;
      return new Promise((resolve) => {
        const go = () => resolve(releaseOf(who));
        if (mayBegin(who) && !lines.has(who)) begin(who, go);
        else wait(who, from, go);
      });
    },
  };
}

/** Does some work when its turn has come. @throws {AltavozFailure} `too_many_requests`. */
export async function inTurn<Result>(
  turns: Turns,
  asker: Asker,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  const release = await turns.take(asker);
  try {
    return await work();
  } finally {
    release();
  }
}
