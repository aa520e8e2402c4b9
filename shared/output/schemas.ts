import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Month } from '../calendar/month.ts';
import {
  ListPage,
  optionalAddress,
  optionalId,
  optionalLine,
  optionalText,
  RecordId,
  requiredLine,
} from '../records.ts';
import { OutputKindId, outputKinds } from './kinds.ts';

const common = {
  title: requiredLine(300),
  day: Day,
  departmentId: optionalId,
  place: optionalLine(200),
  url: optionalAddress,
  notes: optionalText(4_000),
};

const [first, ...others] = outputKinds.map((kind) =>
  z.object({ kind: z.literal(kind.id), ...common, details: kind.details.prefault({}) }),
);
if (!first) throw new Error('there is no kind of output');

/** One thing that the office made or covered; its details are those of its kind. */
export const OutputItemFields = z.discriminatedUnion('kind', [first, ...others]);
export type OutputItemFields = z.infer<typeof OutputItemFields>;

/** A month's total of one kind, for months that have no records. */
export const OutputTallyFields = z.object({
  month: Month,
  kind: OutputKindId,
  count: z.number().int().min(0).max(1_000_000),
  /** Where the total comes from. */
  source: requiredLine(300),
  notes: optionalText(4_000),
});
export type OutputTallyFields = z.infer<typeof OutputTallyFields>;

const removed = z.boolean().default(false);

/** Which items to list; days are included. `removed` lists the ones that can be brought back. */
export const OutputItemList = ListPage.extend({
  kind: OutputKindId.optional(),
  departmentId: RecordId.optional(),
  from: Day.optional(),
  to: Day.optional(),
  removed,
});
export type OutputItemList = z.infer<typeof OutputItemList>;

/** Which monthly totals to list; months are included. */
export const OutputTallyList = ListPage.extend({
  kind: OutputKindId.optional(),
  from: Month.optional(),
  to: Month.optional(),
  removed,
});
export type OutputTallyList = z.infer<typeof OutputTallyList>;
