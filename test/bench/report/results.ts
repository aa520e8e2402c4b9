import type { LoadRate } from '../load/load-rate.ts';
import type { MeasuredBeside } from '../measure/measure-beside.ts';
import type { ColdStart } from '../measure/measure-cold-start.ts';
import type { MeasuredExport } from '../measure/measure-exports.ts';
import type { ScreenSizes } from '../measure/measure-first-screens.ts';
import type { MeasuredImport } from '../measure/measure-import.ts';
import type { MeasuredReview } from '../measure/measure-month-review.ts';
import type { MeasuredPull } from '../measure/measure-pull.ts';
import type { MeasuredRead } from '../measure/measure-reads.ts';
import type { ReadName } from '../reads.ts';
import type { Size } from '../sizes.ts';

/** What was measured on the generated database of one size. */
export interface SizeResults {
  size: Size;
  loading: LoadRate[];
  reads: MeasuredRead[];
  review: MeasuredReview;
  exports: MeasuredExport[];
  coldStart: ColdStart;
  /** Megabytes of the built server once it has answered all that. */
  residentMegabytes: number;
}

/** Everything that a run of the bench found. */
export interface BenchResults {
  startedAt: string;
  node: string;
  processors: string;
  sizes: SizeResults[];
  /** How many times as long a read takes at L as at S; only when both were measured. */
  largeToSmall: { read: ReadName; connections: number; ratio: number }[];
  imports: MeasuredImport[];
  beside: MeasuredBeside[];
  pull: MeasuredPull;
  screens: ScreenSizes;
}
