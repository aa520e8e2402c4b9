import { z } from 'zod';

const characters = /^[0-9A-Za-z+/]*={0,2}$/;

/**
 * The bytes of a file as base64. What it is made of is looked at alone: unpacking it to see, as zod does,
 * takes seconds for the largest, during which nobody else is answered.
 */
export function fileContent(largestBytes: number) {
  return z
    .string({ error: 'file' })
    .max(Math.ceil(largestBytes / 3) * 4 + 4)
    .refine((text) => text.length % 4 === 0 && characters.test(text), { error: 'file' });
}
