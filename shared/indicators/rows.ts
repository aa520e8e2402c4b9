import type { CountSource } from '../output/matrix.ts';
import type { Progress } from './progress.ts';
import type { IndicatorFields, IndicatorYearFields } from './schemas.ts';

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
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** The figure of an indicator in a year or a month of it, as exact decimal text. */
export interface IndicatorFigure {
  value: string | null;
  /** Where it comes from: records, monthly totals, both, somebody, or other indicators. */
  sources: (CountSource | 'typed' | 'formula')[];
  missing: MissingReason | null;
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
