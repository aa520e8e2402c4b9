import type { CountSource } from '../output/matrix.ts';
import type { PeriodTarget } from './period-target.ts';
import type { Light, Progress } from './progress.ts';
import type { IndicatorFields, IndicatorYearFields, Unit, YearlySum } from './schemas.ts';

/** Why an indicator has no figure though it should have one. */
export const missingReasons = [
  'nothing_typed',
  'nothing_counted',
  'unknown_code',
  'circle',
  'absent_part',
  'division_by_zero',
  /** Reading it broke; the log says why. */
  'failed',
  /** What is known is of a longer time than the one asked for. */
  'cuts_period',
  /** Scores and percentages of several periods make none together. */
  'does_not_add',
  /** The network redefined the metric meanwhile. */
  'redefined',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** Of how much of what was asked a figure tells; it is said wherever that is not all. */
export interface FigureCoverage {
  has: number;
  of: number;
  unit: 'items' | 'appearances' | 'pages' | 'days' | 'months';
}

/** What has to be said beside a figure. */
export const figureCaveats = [
  /** People reached on several days or by several pages are counted each time. */
  'reach_repeats',
  /** Totals of months cannot tell what was asked, and are not in it. */
  'totals_left_out',
  /** Figures that were typed of months that the period cuts are not in it. */
  'typed_left_out',
  /** Some readings were rounded or estimated. */
  'rounded',
  /** Of pages whose days do not cover the time, those of the posts that came out in it. */
  'engagements_of_posts',
] as const;
export type FigureCaveat = (typeof figureCaveats)[number];

/** The figure of an indicator in a year or a month of it, as exact decimal text. */
export interface IndicatorFigure {
  value: string | null;
  /** Where it comes from: records, monthly totals, both, somebody, or other indicators. */
  sources: (CountSource | 'typed' | 'formula' | 'networks' | 'count_table')[];
  missing: MissingReason | null;
  /** Present where it tells of less than all. */
  coverage?: FigureCoverage;
  caveats?: FigureCaveat[];
  /** Of a change without a reading before: the day of the first reading, from which it is reckoned. */
  since?: string;
  /** Of a level: the last day read, where it is not the last of the time. */
  until?: string;
}

/** An indicator with its figures of a year. */
export interface IndicatorRow extends IndicatorFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  departmentName: string | null;
  isRemoved: boolean;
  year: IndicatorYearFields & { id: string | null; version: number | null };
  achieved: IndicatorFigure;
  /** What the plan asks of the period, and of the part of it that has passed. */
  asked: PeriodTarget;
  light: Light | null;
  /** What the targets of months make of the year, where that is not its target. */
  monthsSay: string | null;
  progress: Progress | null;
  /** Percent of the budget that was invested, with two decimals. */
  financial: string | null;
}

/** A figure that was typed or imported. */
export interface TypedFigure {
  id: string;
  version: number;
  period: string;
  value: string;
  source: string;
  updatedAt: string;
  updatedBy: string | null;
}

/** An indicator with everything about it in a year. */
export interface IndicatorDetail extends IndicatorRow {
  months: { month: string; target: string | null; achieved: IndicatorFigure }[];
  typed: TypedFigure[];
}

/** What a plan asks of a year, and what the targets of its months make of it where that differs. */
export interface YearTarget {
  id: string;
  code: string;
  name: string;
  unit: Unit;
  year: number;
  target: string;
  how: YearlySum;
  monthsSay: string | null;
}
