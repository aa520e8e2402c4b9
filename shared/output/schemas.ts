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
import { itemOrders } from './item-order.ts';
import { isOwnKind, KindId } from './kind-id.ts';
import { outputKind } from './kinds.ts';
import { outputDimensions } from './matrix-by.ts';
import { OutputState } from './state.ts';

/** An hour of the day, `HH:MM`, in the entity's time zone. */
const optionalHour = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'hour' })
  .or(z.literal(''))
  .nullish()
  .transform((hour) => hour || null);

const DetailValue = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]);

const Item = z.object({
  kind: KindId,
  title: requiredLine(300),
  day: Day,
  startsAt: optionalHour,
  endsAt: optionalHour,
  departmentId: optionalId,
  /** The place as written, or more exactly where in the place of the list. */
  place: optionalLine(200),
  placeId: optionalId,
  /** Who of the office made it. */
  responsible: optionalLine(120),
  /** The same in every item of a repeated event. */
  seriesId: optionalId,
  requestId: optionalId,
  url: optionalAddress,
  notes: optionalText(4_000),
  evidenceIds: z.array(RecordId).max(50).default([]),
  details: z.record(z.string().max(60), DetailValue).default({}),
  /** Left out: what the day of a new item offers, and what a stored one is already. */
  state: OutputState.nullish().transform((state) => state ?? undefined),
  /** Why it was called off; nothing is kept of it in what was not. */
  stateReason: optionalLine(300),
});

/**
 * One thing that the office made or covered. The details are checked against its kind here; those of
 * a kind of the office's own by the verb, which knows what that kind asks for.
 */
export const OutputItemFields = Item.transform((item, check): z.infer<typeof Item> => {
  if (item.startsAt !== null && item.endsAt !== null && item.endsAt < item.startsAt) {
    check.issues.push({ code: 'custom', message: 'ends_before', input: item, path: ['endsAt'] });
  }
  if (isOwnKind(item.kind)) return item;
  const details = outputKind(item.kind).details.safeParse(item.details);
  if (details.success) return { ...item, details: details.data };
  for (const issue of details.error.issues) {
    check.issues.push({
      ...issue,
      input: item.details,
      path: ['details', ...issue.path],
    } as (typeof check.issues)[number]);
  }
  return z.NEVER;
});
export type OutputItemFields = z.infer<typeof OutputItemFields>;

/** A month's total of one kind, for months that have no records. */
export const OutputTallyFields = z.object({
  month: Month,
  kind: KindId,
  count: z.number().int().min(0).max(1_000_000),
  /** Where the total comes from. */
  source: requiredLine(300),
  notes: optionalText(4_000),
});
export type OutputTallyFields = z.infer<typeof OutputTallyFields>;

const removed = z.boolean().default(false);

/** Which items to list; days are included. `removed` lists the ones that can be brought back. */
export const OutputItemList = ListPage.extend({
  kind: KindId.optional(),
  departmentId: RecordId.optional(),
  placeId: RecordId.optional(),
  /** Who made it, as written. */
  responsible: requiredLine(120).optional(),
  seriesId: RecordId.optional(),
  state: OutputState.optional(),
  /** Only those that say none of it. */
  without: z.enum(outputDimensions).optional(),
  from: Day.optional(),
  to: Day.optional(),
  order: z.enum(itemOrders).default('day_desc'),
  removed,
});
export type OutputItemList = z.infer<typeof OutputItemList>;

/** Which monthly totals to list; months are included. */
export const OutputTallyList = ListPage.extend({
  kind: KindId.optional(),
  from: Month.optional(),
  to: Month.optional(),
  removed,
});
export type OutputTallyList = z.infer<typeof OutputTallyList>;
