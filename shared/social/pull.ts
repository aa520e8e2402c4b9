import { dayInZone } from '../calendar/day.ts';
import type { PageFailure, PullOutcome } from './rows.ts';

/** Reactions to a post still come for so many days: it is read again until then. */
export const postsReadAgainDays = 28;

/** What is read of a page, each on its own: what it has today, its days, its posts, its audience. */
export const pullParts = ['counts', 'days', 'posts', 'audience'] as const;
export type PullPart = (typeof pullParts)[number];

/**
 * What a list of posts that was read to its end says of those it leaves out: `whole`, the page no longer
 * has them; `newest`, that holds of what is no older than the oldest listed; `ranked`, the network chose
 * some of each year in which there were many.
 */
export const postsListed = ['whole', 'newest', 'ranked'] as const;
export type PostsListed = (typeof postsListed)[number];

/** The outcome of a page from how many metrics were read and which were not. */
export function outcomeOf(readMetrics: number, failures: readonly PageFailure[]): PullOutcome {
  const [first] = failures;
  if (!first) return 'ok';
  return readMetrics > 0 ? 'partial' : first.failure.kind;
}

/** One attempt at a page; `at` is an ISO instant. */
export interface Attempt {
  at: string;
  outcome: PullOutcome;
  failures: PageFailure[];
}

/** What decides whether a page is tried again: the clock and what changed since the attempt. */
export interface Since {
  now: Date;
  timeZone: string;
  /** When a person last saved the connection; null when nobody did. */
  connectionSavedAt: string | null;
}

/**
 * Whether a scheduled pull reads a page whose last attempt is given: always on a day without an
 * attempt; later that day only what another call may bring without anybody changing anything,
 * or what failed for a token that was changed since.
 */
export function isDue(last: Attempt | undefined, since: Since): boolean {
  const { now, timeZone, connectionSavedAt } = since;
  if (!last) return true;
  if (dayInZone(new Date(last.at), timeZone) !== dayInZone(now, timeZone)) return true;
  return last.failures.some(({ failure }) => {
    if (failure.kind === 'reauthorise') {
      return connectionSavedAt !== null && connectionSavedAt > last.at;
    }
    if (failure.kind !== 'retry_later') return false;
    return failure.at === null || failure.at <= now.toISOString();
  });
}
