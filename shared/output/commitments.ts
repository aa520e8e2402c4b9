import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { ListPage, optionalId, optionalText, RecordId, requiredLine } from '../records.ts';

/** How a commitment stands. */
export const commitmentStates = ['pending', 'in_progress', 'done', 'dropped'] as const;
export const CommitmentState = z.enum(commitmentStates);
export type CommitmentState = z.infer<typeof CommitmentState>;

/** What was promised at a meeting with residents. */
export const CommitmentFields = z.object({
  /** The meeting at which it was made. */
  meetingId: RecordId,
  text: requiredLine(500),
  /** Who answers for it. */
  departmentId: optionalId,
  dueDay: Day.nullish().transform((day) => day ?? null),
  state: CommitmentState.default('pending'),
  notes: optionalText(2_000),
});
export type CommitmentFields = z.infer<typeof CommitmentFields>;

/** Which commitments to list; open ones are pending or in progress. */
export const CommitmentList = ListPage.extend({
  meetingId: RecordId.optional(),
  departmentId: RecordId.optional(),
  state: z.enum([...commitmentStates, 'open']).optional(),
  /** Only those that fall due before this day and are open. */
  dueBefore: Day.optional(),
});
export type CommitmentList = z.infer<typeof CommitmentList>;

/** A commitment as lists show it. */
export interface CommitmentRow extends CommitmentFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  departmentName: string | null;
  meetingTitle: string;
  meetingDay: string;
}
