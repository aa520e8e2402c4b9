import { z } from 'zod';
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
