import type { Context } from '../context.ts';
import { type Asker, inTurn, makeTurns, type TurnBounds, type Turns } from '../turns.ts';

/**
 * What is costly of a call: it reads much (a search, a count of everything, a preview), opens a file
 * that people brought, writes many records, makes a file to take away, fetches from the web, or
 * carries a large body.
 */
export type Cost = 'read' | 'file' | 'write' | 'export' | 'web' | 'upload';

const bounds: Record<Cost, TurnBounds> = {
  read: turnsOf(4, 2, 96, 24, 5),
  file: turnsOf(2, 1, 16, 4, 15),
  write: turnsOf(2, 1, 16, 4, 15),
  export: turnsOf(4, 2, 12, 4, 15),
  web: turnsOf(6, 2, 24, 8, 10),
  // Nobody waits to send: that would be a connection that only waits.
  upload: turnsOf(12, 3, 0, 0, 15),
};

function turnsOf(
  atOnce: number,
  atOnceEach: number,
  waiting: number,
  waitingEach: number,
  retryAfterSeconds: number,
): TurnBounds {
  // A whole office may come from one address: it takes up to two thirds of the line.
  const waitingFromAddress = Math.ceil((waiting * 2) / 3);
  return { atOnce, atOnceEach, waiting, waitingEach, waitingFromAddress, retryAfterSeconds };
}

const turns = Object.fromEntries(
  Object.entries(bounds).map(([cost, bound]) => [cost, makeTurns(bound)]),
) as Record<Cost, Turns>;

type Caller = Pick<Context, 'actor' | 'address'>;

const askerOf = ({ actor, address }: Caller): Asker => ({ person: actor?.id ?? null, address });

/**
 * Waits for a turn of this cost, which lasts until what it gives is called.
 * @throws {AltavozFailure} `too_many_requests` where too many wait already.
 */
export function takeTurn(cost: Cost, caller: Caller): Promise<() => void> {
  return turns[cost].take(askerOf(caller));
}

/** Does costly work when its turn has come; what costs nothing, at once. @throws {AltavozFailure} `too_many_requests`. */
export async function inTurnOf<Result>(
  cost: Cost | undefined,
  caller: Caller,
  work: () => Promise<Result>,
): Promise<Result> {
  return cost === undefined ? work() : inTurn(turns[cost], askerOf(caller), work);
}

/** What a call costs: what its procedure says of all of them, or that it searches. */
export function costOf(said: Cost | undefined, input: unknown): Cost | undefined {
  if (said !== undefined || typeof input !== 'object' || input === null) return said;
  const search: unknown = Reflect.get(input, 'search');
  return typeof search === 'string' && search.trim() !== '' ? 'read' : undefined;
}
