import type { Metric, SnapshotPrecision, SnapshotSource } from './metrics.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { NetworkId } from './networks.ts';

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
  followers: Reading | null;
  posts: Reading | null;
  /** Followers on the last day read that is at least thirty days before today; null when there is none. */
  followersBefore: Reading | null;
  lastPull: PagePull | null;
}

/** How a network is reached, without its secret. */
export interface ConnectionRow {
  network: NetworkId;
  baseUrl: string | null;
  hasToken: boolean;
  status: 'not_connected' | 'not_tried' | 'working' | 'needs_token';
  statusAt: string | null;
  updatedAt: string | null;
  updatedBy: string | null;
}

/** What made a pull: the schedule, a slot missed while the machine was off, or a person. */
export type PullReason = 'schedule' | 'catch_up' | 'request';

/** How far a request for a pull has come. */
export type PullRequestStatus = 'waiting' | 'running' | 'done';

/** One pull: when, why, and how much of it is done. */
export interface PullRow {
  id: string;
  reason: PullReason;
  day: string;
  startedAt: string;
  finishedAt: string | null;
  pages: number;
  pagesDone: number;
  pagesFailed: number;
  calls: number;
}

/** How far a request for a pull has come; the pull is absent while it waits. */
export interface PullProgress {
  status: PullRequestStatus;
  requestedAt: string;
  pull: PullRow | null;
}
