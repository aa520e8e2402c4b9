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
import { readEntity } from '../../accounts/entity.ts';
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
  /** The name of the entity; absent where nobody gave it, and in closings older than it. */
  entity?: string | null;
}

/** Everything that closing a month freezes: its review and its appearances. */
export interface FrozenMonth extends FrozenReview {
  rows: ClosedRow[];
}

/** The SHA-256 of what a closing freezes: another as soon as any of it is another. */
export function hashMonth({ rows, ...review }: FrozenMonth): string {
  const hash = createHash('sha256').update(JSON.stringify(review));
  for (const row of rows) hash.update(`\n${JSON.stringify(row)}`);
  return hash.digest('hex');
}

/** What closing a month names: the beginning of the hash of what was seen and would be frozen. */
export function stampOf(month: FrozenMonth): string {
  return hashMonth(month).slice(0, 32);
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

/** A month as it stands now, closed or not: all that closing it would freeze, and nothing else. */
export async function reviewMonth(db: Kysely<Tables>, month: string): Promise<FrozenMonth> {
  const reviewed = await selectReviewedRows(db, month);
  const rows = await gatherClosedRows(db, month, reviewed);
  const tallies = await selectReviewedTallies(db, month);
  const summary = summariseMonth(rows, tallies, await selectThreshold(db));
  const before = [addMonths(month, -1), addMonths(month, -12)];
  const [lastMonth = null, lastYear = null] = await compareMonths(db, before);
  const { name: entity } = await readEntity({ db });
  return { summary, lastMonth, lastYear, tallies, entity, rows };
}
