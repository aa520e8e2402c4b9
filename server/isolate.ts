import type { House } from './context.ts';
import { knownFailure } from './database/fault.ts';

/** A call of which parts may fail alone; whoever keeps its answer looks at `isPartial`. */
export interface Isolating extends Pick<House, 'log'> {
  outcome?: { isPartial: boolean };
}

/**
 * Reads one part of an answer so that its breaking takes nothing else down: what nobody expected is
 * logged with `what`, which names the part, and `failed` stands in its place. A failure of the product's own
 * and what the database cannot do at all (it is busy, its server is gone) are of the whole and go on.
 */
export async function isolate<Part>(
  context: Isolating,
  what: Record<string, string>,
  read: () => Part | Promise<Part>,
  failed: Part,
): Promise<Part> {
  try {
    return await read();
  } catch (err) {
    const known = knownFailure(err);
    if (known && known.code !== 'database_damaged') throw err;
    if (context.outcome) context.outcome.isPartial = true;
    context.log.error(
      { ...what, err },
      'a part of an answer failed unexpectedly; the rest is given',
    );
    return failed;
  }
}
