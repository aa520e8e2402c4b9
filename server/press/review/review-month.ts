import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addMonths } from '../../../shared/calendar/month.ts';
import { summariseMonth } from '../../../shared/press/review.ts';
import type {
  ComparedMonth,
  MonthSummary,
  ReviewedRow,
  ReviewedTally,
} from '../../../shared/press/review-rows.ts';
import type { Tables } from '../../database/schema.ts';
import { knownValue } from '../read-monthly-value.ts';
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
}

interface OpenReview extends FrozenReview {
  rows: ReviewedRow[];
  /** The same as long as the month is: what closing it names. */
  stamp: string;
}

/** Changes with every appearance of the month and with its monthly totals. */
function stampOf(rows: readonly ReviewedRow[], tallies: readonly ReviewedTally[]): string {
  const hash = createHash('sha256');
  for (const { id, version } of rows) hash.update(`${id} ${version}\n`);
  for (const tally of tallies) hash.update(JSON.stringify(tally));
  return hash.digest('hex').slice(0, 32);
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

/** Adds up a month as it stands now, closed or not. */
export async function reviewMonth(db: Kysely<Tables>, month: string): Promise<OpenReview> {
  const rows = await selectReviewedRows(db, month);
  const tallies = await selectReviewedTallies(db, month);
  const summary = summariseMonth(rows, tallies, await selectThreshold(db));
  const before = [addMonths(month, -1), addMonths(month, -12)];
  const [lastMonth = null, lastYear = null] = await compareMonths(db, before);
  return { rows, tallies, summary, lastMonth, lastYear, stamp: stampOf(rows, tallies) };
}
