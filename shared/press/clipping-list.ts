import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { ListPage, lineText, RecordId } from '../records.ts';
import { Channel, Medium } from './channels.ts';
import { lacks, sortColumns } from './clipping-columns.ts';
import { grades, standings } from './grading.ts';
import { Format } from './measures.ts';
import { entries, origins, tones } from './schemas.ts';

const pesos = z.number().int().min(0).max(1_000_000_000_000);

/** Which appearances: those that meet every condition; days are included. */
export const ClippingFilter = z.object({
  search: lineText(200).default(''),
  from: Day.optional(),
  to: Day.optional(),
  channel: Channel.optional(),
  medium: Medium.optional(),
  outletId: RecordId.optional(),
  format: Format.optional(),
  section: lineText(120).optional(),
  author: lineText(160).optional(),
  tone: z.enum([...tones, 'unclassified']).optional(),
  /** `counted`: all but those that do not count as free press. */
  standing: z.enum([...standings, 'counted']).optional(),
  grade: z.enum(grades).optional(),
  topic: lineText(120).optional(),
  spokesperson: lineText(160).optional(),
  origin: z.enum(origins).optional(),
  departmentId: RecordId.optional(),
  eventId: RecordId.optional(),
  keyMessageId: RecordId.optional(),
  entry: z.enum(entries).optional(),
  review: z.enum(['sent_back', 'approved', 'unreviewed']).optional(),
  isPaid: z.boolean().optional(),
  underContract: z.boolean().optional(),
  hasEvidence: z.boolean().optional(),
  /** Only those with a value of at least, and at most, so many whole pesos. */
  minValueCop: pesos.optional(),
  maxValueCop: pesos.optional(),
  /** Only those that lack all of these. */
  lacking: z
    .array(z.enum(lacks))
    .max(lacks.length)
    .default([])
    .transform((names) => [...new Set(names)].sort()),
  removed: z.boolean().default(false),
});
export type ClippingFilter = z.infer<typeof ClippingFilter>;

const orders = sortColumns.flatMap((column) => [`${column}_asc`, `${column}_desc`] as const);
export const ClippingOrder = z.enum(orders);
export type ClippingOrder = z.infer<typeof ClippingOrder>;

/** A page of appearances in an order. */
export const ClippingList = ClippingFilter.extend({
  ...ListPage.shape,
  order: ClippingOrder.default('day_desc'),
});
export type ClippingList = z.infer<typeof ClippingList>;

/** All the appearances of a filter in an order, for a file. */
export const ClippingExport = ClippingFilter.extend({ order: ClippingOrder.default('day_desc') });
export type ClippingExport = z.infer<typeof ClippingExport>;
