import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { ListPage, RecordId } from '../records.ts';
import { Metric } from './metrics.ts';
import { NetworkId } from './networks.ts';
import type { Reading } from './rows.ts';
import { TypedSnapshot } from './schemas.ts';

/** The pages whose figures of a day are typed; `byHand` leaves out those that pulls read. */
export const TypingList = ListPage.extend({
  day: Day,
  metrics: z.array(Metric).min(1).max(7),
  network: NetworkId.optional(),
  departmentId: RecordId.optional(),
  byHand: z.boolean().default(true),
});
export type TypingList = z.infer<typeof TypingList>;

/** What is known of one figure that is to be typed. */
export interface TypingCell {
  metric: Metric;
  /** The believed reading of the last day before that has one. */
  last: Reading | null;
  /** What somebody typed for this very day. */
  typed: Reading | null;
  /** What the network or a file says of this very day. */
  known: Reading | null;
}

/** A page of the grid, with a cell for each metric that was asked. */
export interface TypingRow {
  pageId: string;
  network: NetworkId;
  handle: string;
  title: string;
  department: string | null;
  cells: TypingCell[];
}

const figures = z
  .array(TypedSnapshot.omit({ day: true }))
  .min(1, { error: 'required' })
  .max(500)
  .refine(
    (all) => new Set(all.map(({ pageId, metric }) => `${pageId} ${metric}`)).size === all.length,
    { error: 'value_taken' },
  );

/** The figures of one day that somebody typed. */
export const TypedSnapshots = z.object({
  day: Day,
  figures,
  /** The person saw the questions and says that the figures are right. */
  areSure: z.boolean().default(false),
});
export type TypedSnapshots = z.infer<typeof TypedSnapshots>;
