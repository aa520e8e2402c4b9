import type { NetworkId } from './networks.ts';
import type { PullPart } from './pull.ts';
import type { PageFailure, PullOutcome, PullReason } from './rows.ts';

/** What a pull reads: what is new, or all that the networks still have of days past. */
export const pullKinds = ['daily', 'history'] as const;
export type PullKind = (typeof pullKinds)[number];

/** How a pull ended: all of it, because somebody cancelled it, or because the machine stopped. */
export type PullEnding = 'whole' | 'cancelled' | 'stopped';

/** What a list of pulls is narrowed to: those under way, those of one ending, those of which pages failed. */
export const pullStates = ['running', 'failed', 'whole', 'cancelled', 'stopped'] as const;
export type PullState = (typeof pullStates)[number];

/** One pull: when, why, how much of it is done, and what it brought. */
export interface PullRow {
  id: string;
  kind: PullKind;
  reason: PullReason;
  /** Who asked for it; null when nobody did. */
  requestedBy: string | null;
  /** The only page that was asked for; null when all were. */
  askedPage: string | null;
  day: string;
  startedAt: string;
  finishedAt: string | null;
  /** Null while it runs. */
  ended: PullEnding | null;
  cancelAskedAt: string | null;
  cancelAskedBy: string | null;
  pages: number;
  pagesDone: number;
  pagesFailed: number;
  /** Parts of pages to read, and those that are read. */
  steps: number;
  stepsDone: number;
  calls: number;
  readings: number;
  postsRead: number;
}

/** What a pull made of one part of one page. */
export interface PullStepRow {
  pageId: string;
  pageTitle: string;
  network: NetworkId;
  handle: string;
  part: PullPart;
  at: string;
  outcome: PullOutcome;
  failures: PageFailure[];
  calls: number;
  readings: number;
  postsRead: number;
}
