import { z } from 'zod';
import type { Channel, Medium } from './channels.ts';

/** What of an outlet decides where its appearances count, and whether they do. */
export interface OutletClass {
  medium: Medium;
  isOwnChannel: boolean;
}

/** What some appearances add to a channel; value in whole pesos, those without one left out. */
export interface ReachSum {
  count: number;
  valueCop: number;
}

/** Where appearances count before and after: in a channel, or in it without being counted. */
export interface ReachLine {
  channel: Channel;
  isCounted: boolean;
  before: ReachSum;
  after: ReachSum;
}

/** What a change of outlets would do to the appearances that they have already. */
export interface OutletReach {
  /** The outlets that it is about, by name. */
  outlets: string[];
  /** Those of months that are not closed. */
  appearances: number;
  months: string[];
  lines: ReachLine[];
  /** Closed months with appearances that would change, which stay as they were closed. */
  closedMonths: string[];
  closedAppearances: number;
  /** Whether there are more than one batch takes; they can then only stay as they are. */
  isTooLarge: boolean;
  /** Tells what was shown from any other change: an answer is to this one. */
  seal: string;
}

/** What somebody chose who was shown what would change. */
export const ReachAnswer = z.object({
  seal: z.string().length(64),
  /** Whether the appearances of open months follow, or stay as they were counted. */
  follows: z.boolean(),
});
export type ReachAnswer = z.infer<typeof ReachAnswer>;

/** What came of appearances that could follow their outlet. */
export interface OutletReached {
  /** How many there were in open months. */
  appearances: number;
  /** The batch in which they followed; absent where they stay as they were counted. */
  revaluationId: string | null;
}

/** What a batch changed that followed an outlet. */
export interface OutletMove {
  name: string;
  before: OutletClass;
  after: OutletClass;
}
