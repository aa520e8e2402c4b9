import type { AudienceDimension } from './audience.ts';
import type { Gap, GrowthPoint } from './growth.ts';
import type { MetricBreak } from './metric-breaks.ts';
import type { Metric, SnapshotPrecision, SnapshotSource } from './metrics.ts';
import type { NetworkId } from './networks.ts';
import type { EngagementFigure, LevelChange, PagesTotal, PeriodSum } from './period-figures.ts';
import type { PostCounts, PostKind } from './post-metrics.ts';
import type { PagePull, Reading } from './rows.ts';

/** A page over a period, beside the period it is compared with. */
export interface OverviewRow {
  id: string;
  network: NetworkId;
  handle: string;
  title: string;
  departmentId: string | null;
  department: string | null;
  isMain: boolean;
  isPulled: boolean;
  /** The newest reading up to the end of the period. */
  followers: Reading | null;
  change: LevelChange | null;
  changeBefore: LevelChange | null;
  /** Real readings of followers in the period, at most sixty, in order of day; never in between. */
  sparkline: { day: string; value: number }[];
  /** Posts published in the period that the network still has; null when its posts of then were not read. */
  posts: number | null;
  postsBefore: number | null;
  /** The days whose posts are known, both included; null when none are. */
  postsKnown: { from: string; to: string } | null;
  reach: PeriodSum | null;
  views: PeriodSum | null;
  engagements: EngagementFigure | null;
  /** Of the same definition; null where there are none of it. */
  engagementsBefore: EngagementFigure | null;
  /** The day of the newest post known; null when none is. */
  lastPostDay: string | null;
  lastPull: PagePull | null;
}

/** Columns that the overview can be in order of. */
export const overviewSorts = [
  'title',
  'network',
  'followers',
  'change',
  'posts',
  'reach',
  'views',
  'engagements',
  'lastPost',
] as const;
export type OverviewSort = (typeof overviewSorts)[number];

/** Columns of which the overview says what all the pages come to. */
export const overviewTotals = [
  'followers',
  'change',
  'posts',
  'reach',
  'views',
  'engagements',
] as const;
export type OverviewTotal = (typeof overviewTotals)[number];

/** What the pages of one department have together; pages of none are under null. */
export interface DepartmentShare {
  departmentId: string | null;
  department: string | null;
  pages: number;
  /** Null when nobody knows those of any of its pages. */
  followers: number | null;
  /** Pages whose followers nobody knows; they are in no sum. */
  pagesUnknown: number;
}

/** A page of the overview, with what all the pages that match come to. */
export interface Overview {
  rows: OverviewRow[];
  total: number;
  /** The days that are read: of a period that is not over, those until today. */
  period: { from: string; to: string };
  comparedWith: { from: string; to: string };
  totals: Record<OverviewTotal, PagesTotal>;
  departments: DepartmentShare[];
  /** Pages without a post in the days asked for, most neglected first, ten at most; and how many there are. */
  neglected: {
    days: number;
    total: number;
    /** Pages of which it is not known whether they posted in those days. */
    unknown: number;
    pages: { id: string; title: string; network: NetworkId; lastPostDay: string | null }[];
  };
}

/** Engagements over what they are measured against; the formula is part of the figure. */
export interface EngagementRate {
  /** Hundredths of a percent; null when a part is absent or the base is zero. */
  basisPoints: number | null;
  engagements: number | null;
  /** Over followers, the posts that the engagements are of; null over reach, or when not known. */
  posts: number | null;
  base: 'reach' | 'followers';
  baseValue: number | null;
  /** Over reach, the days of which both parts were read; over followers, the posts that have engagements. */
  coverage: { has: number; of: number; unit: 'days' | 'posts' } | null;
}

/** A page's own screen: its facts and its period in figures. */
export interface PageFigures extends OverviewRow {
  /** The days that are read: of a period that is not over, those until today. */
  period: { from: string; to: string };
  comparedWith: { from: string; to: string };
  externalId: string | null;
  baseUrl: string | null;
  seenHandle: string | null;
  movedTo: string | null;
  version: number;
  /** What the network said last, where the figure of the same day, its first, says something else. */
  followersNow: Reading | null;
  follows: PeriodSum | null;
  unfollows: PeriodSum | null;
  engagementRate: EngagementRate;
  /** Which metrics have any reading, of any day. */
  metrics: Metric[];
  breaks: MetricBreak[];
  /** Metrics that the network no longer gives, as its last answers said. */
  retired: Metric[];
  conflicts: number;
}

/** One page's line in a chart of several. */
export interface GrowthOf {
  pageId: string;
  points: GrowthPoint[];
  gaps: Gap[];
  breaks: MetricBreak[];
  /** Days read, of those of the period until today. */
  coverage: { has: number; of: number };
  /** Of what a page has: the last reading before the period, and how it moved from there. */
  before: Reading | null;
  change: LevelChange | null;
  /** Of what happens: what its days read come to. */
  sum: PeriodSum | null;
}

/** A post with what is believed of it. */
export interface PostRow {
  pageId: string;
  pageTitle: string;
  network: NetworkId;
  handle: string;
  externalId: string;
  publishedAt: string;
  day: string;
  kind: PostKind;
  text: string;
  permalink: string | null;
  counts: PostCounts;
  /** Counts are 0 by the network's word about posts that it leaves out of its figures. */
  isImplied: boolean;
  engagements: number | null;
  topics: string[];
  source: SnapshotSource;
  capturedAt: string;
  /** Whether the hour of `publishedAt` is told; a file may tell the day alone. */
  hasHour: boolean;
  /** ISO UTC: when a whole reading no longer had it, and it left the counts; else null. */
  goneAt: string | null;
}

/** What posts can be ranked by; the newest first is `day`. Posts without the count come last. */
export const postRankings = [
  'day',
  'engagements',
  'views',
  'reach',
  'reactions',
  'comments',
  'shares',
] as const;
export type PostRanking = (typeof postRankings)[number];

/** Posts of one weekday (0 is Monday) and hour of the office's time zone. */
export interface PostHour {
  weekday: number;
  hour: number;
  posts: number;
  /** Of them, those whose engagements are known. */
  counted: number;
  /** Of the posts that have them; null when none has. */
  engagements: number | null;
}

/** Posts of one month whose posts are known. */
export interface PostMonth {
  month: string;
  posts: number;
  engagements: number | null;
  views: number | null;
}

/** A topic, and the posts that carry it and that their network still has. */
export interface TopicRow {
  topic: string;
  posts: number;
  engagements: number | null;
}

/** Who follows a page: the newest day of each dimension that is known until a day, and the one before it. */
export interface AudienceAnswer {
  /** The first day after it of which any is known, where none is until then. */
  knownFrom: string | null;
  dimensions: {
    dimension: AudienceDimension;
    day: string;
    source: SnapshotSource;
    capturedAt: string;
    unit: 'people' | 'basis_points';
    /** Of people: the followers of the page that day, whom its groups are shares of. */
    followers: { day: string; value: number } | null;
    slices: { key: string; value: number }[];
    before: { day: string; slices: { key: string; value: number }[] } | null;
  }[];
}

/** A note on charts: of one page, or of all when `pageId` is null. */
export interface AnnotationRow {
  id: string;
  version: number;
  pageId: string | null;
  pageTitle: string | null;
  fromDay: string;
  toDay: string;
  kind: AnnotationKind;
  text: string;
  updatedAt: string;
  updatedBy: string | null;
}

/** What a note is about. */
export const annotationKinds = ['advertising', 'campaign', 'outage', 'other'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** One figure as one source gives it. */
export interface SourceReading {
  source: SnapshotSource;
  value: number;
  precision: SnapshotPrecision;
  capturedAt: string;
}

/** A figure of which sources say different things; the first is the one that is shown. */
export interface ConflictRow {
  pageId: string;
  pageTitle: string;
  network: NetworkId;
  metric: Metric;
  day: string;
  readings: SourceReading[];
}
