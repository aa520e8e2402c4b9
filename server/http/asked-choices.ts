import { z } from 'zod';
import { ReachAnswer } from '../../shared/press/outlet-reach.ts';
import type { allow } from './procedures.ts';

/**
 * Lets a call say `countsBoth`: that who makes it was told which month would count its records and its
 * total together, and chose so. Without it such a call is refused.
 */
export function countingBoth(procedure: ReturnType<typeof allow>) {
  return procedure
    .input(z.object({ countsBoth: z.boolean().default(false) }))
    .use(({ input, next }) => next({ ctx: { countsBoth: input.countsBoth } }));
}

/**
 * Lets a call carry what was chosen of both kinds: `countsBoth`, and `reach`, whether the appearances of
 * open months follow a change of their outlet. Without it a call that would move them is refused.
 */
export function reachingBack(procedure: ReturnType<typeof allow>) {
  return procedure
    .input(z.object({ countsBoth: z.boolean().default(false), reach: ReachAnswer.optional() }))
    .use(({ input: { countsBoth, reach }, next }) =>
      next({ ctx: { countsBoth, ...(reach ? { reach } : {}) } }),
    );
}
