import { z } from 'zod';
import { lineText, RecordId, RecordVersion } from '../records.ts';
import { ClippingFilter } from './clipping-list.ts';
import { Origin, Tone } from './schemas.ts';

/** How many appearances one batch changes at most. */
export const mostInBatch = 5_000;

/** Appearances by hand, in the state that was seen, or all that a filter finds, and how many those were. */
export const ClippingSelection = z.discriminatedUnion('by', [
  z.object({ by: z.literal('rows'), ats: z.array(RecordVersion).min(1).max(500) }),
  z.object({ by: z.literal('filter'), filter: ClippingFilter, count: z.number().int().min(1) }),
]);
export type ClippingSelection = z.infer<typeof ClippingSelection>;

const line = (max: number) => lineText(max).transform((text) => text || null);
const ids = z
  .array(RecordId)
  .max(50)
  .default([])
  .transform((some) => [...new Set(some)]);

/**
 * What to change of many appearances at once: nothing of what is absent, and `null` clears. None
 * of it decides a value.
 */
export const ClippingChange = z
  .object({
    tone: Tone.nullish(),
    topic: line(120).nullish(),
    spokesperson: line(160).nullish(),
    origin: Origin.nullish(),
    departmentId: RecordId.nullish(),
    eventId: RecordId.nullish(),
    addKeyMessageIds: ids,
    removeKeyMessageIds: ids,
    /** Removes them, so that they can be brought back. */
    isRemoved: z.literal(true).optional(),
  })
  .refine(
    ({ addKeyMessageIds, removeKeyMessageIds, ...others }) =>
      addKeyMessageIds.length + removeKeyMessageIds.length > 0 ||
      Object.values(others).some((value) => value !== undefined),
    { error: 'required' },
  );
export type ClippingChange = z.infer<typeof ClippingChange>;

/** One change of many appearances. */
export const ClippingBatch = z.object({ selection: ClippingSelection, change: ClippingChange });
export type ClippingBatch = z.infer<typeof ClippingBatch>;
