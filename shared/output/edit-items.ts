import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { optionalLine, RecordId, RecordVersion } from '../records.ts';
import { OutputState } from './state.ts';

/** How many items are changed, removed or brought back at once. */
const mostItems = 2_000;

/** The items to act on, as they were last seen. */
export const OutputItemMarks = z.object({ ats: z.array(RecordVersion).min(1).max(mostItems) });

const line = (most: number) => optionalLine(most).optional();

/** What to change of an item; what is left out stays as it is, and null clears it. */
const OutputItemChange = z
  .object({
    day: Day.optional(),
    departmentId: RecordId.nullable().optional(),
    placeId: RecordId.nullable().optional(),
    place: line(200),
    responsible: line(120),
    state: OutputState.optional(),
    stateReason: line(300),
  })
  .strict();

/** An item as it was last seen, and what to change of it. */
export const OutputItemEdit = z.object({ at: RecordVersion, change: OutputItemChange });
export type OutputItemEdit = z.infer<typeof OutputItemEdit>;

/** Changes of many items, each its own. */
export const OutputItemEdits = z.object({ edits: z.array(OutputItemEdit).min(1).max(500) });
