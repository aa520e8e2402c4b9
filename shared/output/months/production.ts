import { z } from 'zod';
import { Month } from '../../calendar/month.ts';
import { requiredLine } from '../../records.ts';
import type { KindId } from '../kind-id.ts';

/** What a month has of a kind: by what stands of the items, and what its total says. */
export interface ProductionOfKind {
  kind: KindId;
  done: number;
  planned: number;
  cancelled: number;
  /** Absent where the month has no total of the kind. */
  tally: number | null;
}

/** Whether a month's output is confirmed, by its newest revision. */
export type ProductionState =
  | { state: 'open' }
  | { state: 'confirmed'; revision: number; at: string; by: string }
  | { state: 'reopened'; revision: number; at: string; by: string; reason: string };

/** One confirmation or reopening of a month. */
export interface ProductionRevision {
  revision: number;
  action: 'confirm' | 'reopen';
  at: string;
  by: string;
  reason: string | null;
  /** What the month had when it was confirmed; absent in a reopening. */
  totals: ProductionOfKind[] | null;
}

/** A month's output as somebody looks at it before confirming it. */
export interface MonthProduction {
  month: string;
  state: ProductionState;
  totals: ProductionOfKind[];
  revisions: ProductionRevision[];
  /** Tells whether the month is still what was looked at. */
  stamp: string;
}

/** A month of a list, with what it has in all. */
export type MonthProductionRow = ProductionState & {
  month: string;
  counted: number | null;
  planned: number;
  cancelled: number;
};

/** Confirms a month that is still what was looked at. */
export const MonthConfirmation = z.object({ month: Month, stamp: z.string().min(1).max(100) });

/** Opens a confirmed month again. */
export const MonthReopening = z.object({ month: Month, reason: requiredLine(500) });

/** One month. */
export const MonthOfProduction = z.object({ month: Month });
