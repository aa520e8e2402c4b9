import type { Day } from '../../shared/calendar/day.ts';
import type { FaultBoard } from './faults.ts';
import type { SandboxNetwork } from './sandbox-pages.ts';

/** One request, as the part of the sandbox that speaks for its network sees it. */
export interface SandboxRequest {
  network: SandboxNetwork;
  /** Without the network's prefix and the query. */
  path: string;
  query: URLSearchParams;
  /** What a POST carries, as text; empty for a GET. */
  body: string;
  /** A header by its name in lower case; null when it was not sent. */
  header(name: string): string | null;
  /** The bearer, the key in `x-goog-api-key`, or `access_token` of the query. */
  token: string | null;
  now: Date;
  /** Today in the office's time zone: figures change from day to day. */
  day: Day;
  /** The network's base address, for links to the next page. */
  address: string;
  faults: FaultBoard;
  /** Requests to this network since the last quarter of an hour began, this one included. */
  recentRequests: number;
  options: SandboxShape;
}

/** Which of the shapes in use the sandbox speaks. */
export interface SandboxShape {
  /** What X calls the count of posts: `post_count` since 2.167, `tweet_count` before. */
  xNames: 'post' | 'tweet';
}

export interface SandboxAnswer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** Tokens of the sandbox begin so; any other is refused as a network refuses a wrong one. */
export const sandboxTokenPrefix = 'sandbox-';
