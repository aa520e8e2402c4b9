import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { ListPage, optionalId, RecordId, requiredLine } from '../records.ts';
import type { Channel } from './channels.ts';
import type { Grade, Standing } from './grading.ts';
import { Format } from './measures.ts';
import type { OutletMove } from './outlet-reach.ts';
import { RateFields } from './schemas.ts';

/** Appearances of one batch: while it is written, others wait. */
export const mostRevalued = 20_000;

/** Which appearances to value again by the prices of today; days are included. */
const scope = {
  from: Day,
  to: Day,
  outletId: optionalId,
  format: Format.nullish().transform((format) => format ?? null),
  /** Leaves alone those that have a value. */
  onlyUnvalued: z.boolean().default(false),
};
const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const reversed = { error: 'period_reversed', path: ['to'] };

export const RevaluationScope = z.object(scope).refine(inOrder, reversed);
export type RevaluationScope = z.infer<typeof RevaluationScope>;

const paged = ListPage.omit({ search: true }).shape;

/** One page of what valuing again would change. */
export const RevaluationPreviewed = z.object({ ...scope, ...paged }).refine(inOrder, reversed);
export type RevaluationPreviewed = z.infer<typeof RevaluationPreviewed>;

/** Agreement to what a preview showed. */
export const RevaluationAgreed = z
  .object({
    ...scope,
    /** Of the preview: nothing is valued when it no longer holds. */
    seal: z.string().length(64),
    reason: requiredLine(300),
  })
  .refine(inOrder, reversed);
export type RevaluationAgreed = z.infer<typeof RevaluationAgreed>;

/** A rate as it would be saved; `rateId` of the one that it changes. */
export const RateImpactAsked = z.object({
  rateId: RecordId.nullish().transform((id) => id ?? null),
  fields: RateFields,
  ...paged,
});
export type RateImpactAsked = z.infer<typeof RateImpactAsked>;

export const RevaluationList = ListPage;
export type RevaluationList = z.infer<typeof RevaluationList>;

/** Where an appearance counts and what it is worth, in whole pesos; absent where it has no value. */
export interface Worth {
  channel: Channel;
  standing: Standing;
  valueCop: number | null;
  valueWithVatCop: number | null;
  grade: Grade | null;
}

/** One appearance as it is valued and as it would be. */
export interface ValueChange {
  id: string;
  day: string;
  title: string;
  outletName: string;
  before: Worth;
  after: Worth;
}

/** What would change, one page of it; the sums leave out what has no value. */
export interface ValueChanges {
  rows: ValueChange[];
  total: number;
  /** How many appearances were looked at. */
  looked: number;
  valueBefore: number;
  valueAfter: number;
  /** Closed months with appearances that would change. */
  closedMonths: string[];
}

export interface RevaluationPreview extends ValueChanges {
  seal: string;
}

/** What a rate would do; `overlaps` where it cannot be saved, and then nothing was looked at. */
export interface RateImpact extends ValueChanges {
  overlaps: { validFrom: string; validTo: string | null } | null;
}

export interface RevaluationRow {
  id: string;
  at: string;
  actorName: string;
  reason: string;
  scope: RevaluationScope;
  count: number;
  valueBefore: number;
  valueAfter: number;
  undoneAt: string | null;
  undoneBy: string | null;
  kept: number;
  /** The outlet that the appearances followed; absent where prices valued them again. */
  outlet: OutletMove | null;
}

/** What came of undoing a batch. */
export interface RevaluationUndone {
  id: string;
  restored: number;
  /** How many somebody had changed since and stay as they are. */
  kept: number;
  /** Of a batch that followed an outlet: whether that is again what it was, or stays as somebody made it since. */
  outlet: 'back' | 'stays' | null;
}
