import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addMonths } from '../../../shared/calendar/month.ts';
import { summariseMonth } from '../../../shared/press/review.ts';
import type {
  ClosedRow,
  ComparedMonth,
  MonthSummary,
  ReviewedTally,
} from '../../../shared/press/review-rows.ts';
import type { Tables } from '../../database/schema.ts';
import { knownValue } from '../read-monthly-value.ts';
import { gatherClosedRows } from './gather-closed-rows.ts';
import {
  selectHeadlines,
  selectMonthSums,
  selectReviewedRows,
  selectReviewedTallies,
  selectThreshold,
} from './review-queries.ts';

/** What of a review is frozen when its month is closed. */
export interface FrozenReview {
  summary: MonthSummary;
  /** The month before and the same month of the year before; absent where nothing is on record. */
  lastMonth: ComparedMonth | null;
  lastYear: ComparedMonth | null;
  tallies: ReviewedTally[];
  /** SHA-256 of all that the closing froze; closings that did not keep it have none. */
  sha256?: string;
}

interface OpenReview extends FrozenReview {
  /** The appearances with all that is frozen of them. */
  rows: ClosedRow[];
  /** What closing it names: the same as long as everything that would be frozen is. */
  sha256: string;
}

/**
 * The SHA-256 of all that a closing freezes, in hexadecimal: of the JSON of its figures, then of each
 * of its appearances, each on its line. What was seen is closed only while this is the same.
 */
export function sealOf(figures: FrozenReview, rows: readonly ClosedRow[]): string {
  const { sha256: _, ...sealed } = figures;
  const hash = createHash('sha256').update(JSON.stringify(sealed));
  for (const row of rows) hash.update(`\n${JSON.stringify(row)}`);
  return hash.digest('hex');
}

async function compareMonths(
  db: Kysely<Tables>,
  months: readonly string[],
): Promise<(ComparedMonth | null)[]> {
  const sums = await selectMonthSums(db, months);
  const headlines = await selectHeadlines(db, months);
  return months.map((month) => {
    const sum = sums.get(month);
    if (!sum) return null;
    const headline = headlines.get(month);
    return {
      month,
      count: sum.count,
      valueCop: knownValue(sum),
      headlineCount: headline?.count ?? 0,
      headlineCop: headline ? knownValue(headline) : null,
    };
  });
}

/** Adds up a month as it stands now, closed or not, with its appearances as a closing keeps them. */
export async function reviewMonth(db: Kysely<Tables>, month: string): Promise<OpenReview> {
  const rows = await gatherClosedRows(db, month, await selectReviewedRows(db, month));
  const tallies = await selectReviewedTallies(db, month);
  const summary = summariseMonth(rows, tallies, await selectThreshold(db));
  const before = [addMonths(month, -1), addMonths(month, -12)];
  const [lastMonth = null, lastYear = null] = await compareMonths(db, before);
  const figures = { summary, lastMonth, lastYear, tallies };
  return { ...figures, rows, sha256: sealOf(figures, rows) };
}
