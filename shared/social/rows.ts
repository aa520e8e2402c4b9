import type { Metric, SnapshotPrecision, SnapshotSource } from './metrics.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { NetworkId } from './networks.ts';
import type { PullPart } from './pull.ts';
import type { PullRow } from './pull-rows.ts';

/** One value of a page, with where it comes from. */
export interface Reading {
  value: number;
  day: string;
  source: SnapshotSource;
  precision: SnapshotPrecision;
  capturedAt: string;
}

/** What a pull made of a page: everything read, part of it, or why nothing was. */
export type PullOutcome = 'ok' | 'partial' | NetworkFailure['kind'];

/** Why one metric, or the whole page when `metric` is null, was not read. */
export interface PageFailure {
  metric: Metric | null;
  failure: NetworkFailure;
  /** What was being read of the page; absent: what it has today. */
  part?: PullPart;
}

/** The last pull of a page. */
export interface PagePull {
  at: string;
  outcome: PullOutcome;
  failures: PageFailure[];
}

/** A page with its newest readings. */
export interface PageRow {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  network: NetworkId;
  handle: string;
  externalId: string | null;
  title: string;
  departmentId: string | null;
  department: string | null;
  isMain: boolean;
  isPulled: boolean;
  connectionId: string | null;
  baseUrl: string | null;
  /** What the network called it when it was last read; null while it has not said. */
  seenHandle: string | null;
  /** Where the account says that it has moved to. */
  movedTo: string | null;
  followers: Reading | null;
  posts: Reading | null;
  /** Followers on the last day read that is at least thirty days before today; null when there is none. */
  followersBefore: Reading | null;
  /** What the network said last, where the figure of the same day, its first, says something else. */
  followersNow: Reading | null;
  lastPull: PagePull | null;
}

/**
 * How a connection fares: nobody tried it, it works, it lets in but may not read all that is asked,
 * it needs another token, or it is refused or out of reach for another reason.
 */
export type ConnectionStatus = 'not_tried' | 'working' | 'lacking' | 'needs_token' | 'failing';

/** How far the trial of a connection has come. */
export type CheckStatus = 'none' | 'asked' | 'done';

/** How a network is reached, without its secret. */
export interface ConnectionRow {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  network: NetworkId;
  /** What the office calls it; may be empty. */
  label: string;
  baseUrl: string | null;
  /** The names of the fields that are stored; empty when the secret cannot be opened. */
  storedFields: string[];
  status: ConnectionStatus;
  statusAt: string | null;
  /** Why it does not work; null while it does. */
  failure: NetworkFailure | null;
  /** When its token ends, as far as it is known. */
  expiresAt: string | null;
  checkStatus: CheckStatus;
  checkedAt: string | null;
  /** Pages in use that are read through it. */
  pages: number;
}

/** A page that a connection reaches; `pageId` when it is in the list of pages already. */
export interface ReachablePage {
  externalId: string;
  handle: string;
  title: string;
  followers: number | null;
  pageId: string | null;
}

/** How the trial of a connection went; without a result while there is none. */
export interface ConnectionCheck {
  status: CheckStatus;
  askedAt: string | null;
  checkedAt: string | null;
  result: {
    pages: ReachablePage[];
    expiresAt: string | null;
    missingPermissions: string[];
    failure: NetworkFailure | null;
  } | null;
}

/** What made a pull: the schedule, a slot missed while the machine was off, or a person. */
export type PullReason = 'schedule' | 'catch_up' | 'request';

/** How far a request for a pull has come. */
export type PullRequestStatus = 'waiting' | 'running' | 'done';

/** How far a request for a pull has come; the pull is absent while it waits. */
export interface PullProgress {
  status: PullRequestStatus;
  requestedAt: string;
  pull: PullRow | null;
}
