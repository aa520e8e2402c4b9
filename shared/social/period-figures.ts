import type { SnapshotPrecision } from './metrics.ts';

/** A reading as one end of a change. */
export interface LevelOn {
  day: string;
  value: number;
}

/**
 * How a level moved over a period: its last reading within less the last one before, so that the
 * changes of months make that of their year. Null where there are not two days to compare, or the
 * network redefined the metric in between.
 */
export interface LevelChange {
  value: number;
  /** Hundredths of a percent of where it began; null when that is zero. */
  basisPoints: number | null;
  /** That of the less exact of both readings. */
  precision: SnapshotPrecision;
  from: LevelOn;
  to: LevelOn;
  /** Nothing was read before the period: it is told from the first reading within. */
  isSince: boolean;
  /** Whether it runs from the eve of the period to its last day that is over. */
  isWhole: boolean;
}

/** What was read of one side of a day on which the network redefined a metric. */
export interface SumPart {
  from: string;
  to: string;
  /** Null where no day of it was read. */
  value: number | null;
  days: number;
  missingDays: number;
}

/** The sum of the days read of a period, as far as it has passed. */
export interface PeriodSum {
  /** Null where the network redefined the metric between days read: `parts` has each side. */
  value: number | null;
  precision: SnapshotPrecision;
  days: number;
  /** Days that nobody read. */
  missingDays: number;
  /** The last day read. */
  until: string;
  /** People who were reached on several days, or by several pages, count each time. */
  repeats?: true;
  parts?: SumPart[];
}

/**
 * Engagements of a page in a period: of its days where they cover it, whatever they fell on; else of
 * the posts that came out in it, whenever they were had. The two are different figures.
 */
export type EngagementFigure =
  | ({ of: 'days' } & PeriodSum)
  | {
      of: 'posts';
      value: number;
      /** Posts of the period, and how many of them have engagements. */
      posts: number;
      counted: number;
    };

/** What several pages have together, and how many of those asked for have it. */
export interface PagesTotal {
  value: number | null;
  precision: SnapshotPrecision;
  pages: { has: number; of: number };
  /** Days that were not read of the pages that are in it; of levels none. */
  missingDays: number;
  repeats?: true;
  /** Of engagements: pages of which it has those of their posts. */
  ofPosts?: number;
}
