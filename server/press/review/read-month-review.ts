import type { Kysely } from 'kysely';
import { holdsWords, isListed, type ReviewList } from '../../../shared/press/review-filter.ts';
import type {
  MonthReview,
  MonthRevisionRow,
  ReviewedRow,
} from '../../../shared/press/review-rows.ts';
import type { Listed } from '../../../shared/records.ts';
import type { MonthCloseTable } from '../../database/press-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { stateOf } from './read-month-state.ts';
import { type FrozenReview, reviewMonth, stampOf } from './review-month.ts';
import {
  selectClosedRows,
  selectFileHashes,
  selectReviewedRows,
  selectRevisions,
  selectThreshold,
} from './review-queries.ts';

/** What a closing kept of the review. */
export function frozenOf({ frozen }: Pick<MonthCloseTable, 'frozen'>): FrozenReview {
  if (frozen === null) throw new Error('a closing without its figures');
  return JSON.parse(frozen) as FrozenReview;
}

/** The figures of a month for who approves them: of a closed one, those that were approved. */
export async function readMonthReview(db: Kysely<Tables>, month: string): Promise<MonthReview> {
  const [last] = await selectRevisions(db, month);
  const state = stateOf(last);
  if (last && state.state === 'closed') {
    const { summary, lastMonth, lastYear } = frozenOf(last);
    return { month, state, summary, lastMonth, lastYear, stamp: null };
  }
  const seen = await reviewMonth(db, month);
  const { summary, lastMonth, lastYear } = seen;
  return { month, state, summary, lastMonth, lastYear, stamp: stampOf(seen) };
}

/** The appearances of a month that count for a list: of a closed one, as they were when it was closed. */
async function selectRows(
  db: Kysely<Tables>,
  month: string,
): Promise<{ rows: ReviewedRow[]; thresholdCop: number | null }> {
  const [last] = await selectRevisions(db, month);
  if (last?.action === 'close') {
    const { thresholdCop } = frozenOf(last).summary;
    return { rows: await selectClosedRows(db, last.id), thresholdCop };
  }
  return { rows: await selectReviewedRows(db, month), thresholdCop: await selectThreshold(db) };
}

/** An appearance without what only the file of a closed month holds. */
function listed(row: ReviewedRow): ReviewedRow {
  const { id, version, day, title, outletId, outletName, medium, channel, format, tone } = row;
  const { standing, grade, valueCop, valueWithVatCop, underContract, reviewState } = row;
  const { evidenceCount, commentCount, isDuplicated, rateApproval = null } = row;
  return {
    ...{ id, version, day, title, outletId, outletName, medium, channel, format, tone },
    ...{ standing, grade, valueCop, valueWithVatCop, underContract, reviewState },
    ...{ evidenceCount, commentCount, isDuplicated, rateApproval },
  };
}

/** A page of the appearances behind a figure of a month's review. */
export async function listReviewClippings(
  db: Kysely<Tables>,
  list: ReviewList,
): Promise<Listed<ReviewedRow>> {
  const { rows, thresholdCop } = await selectRows(db, list.month);
  const found = rows.filter(
    (row) => isListed(row, list, thresholdCop) && holdsWords(row, list.search),
  );
  const start = (list.page - 1) * list.pageSize;
  return { rows: found.slice(start, start + list.pageSize).map(listed), total: found.length };
}

/** Every closing and reopening of a month, the newest first. */
export async function listMonthRevisions(
  db: Kysely<Tables>,
  month: string,
): Promise<MonthRevisionRow[]> {
  const rows = await selectRevisions(db, month);
  const files = await selectFileHashes(db, month);
  return rows.map((row) => ({
    revision: row.revision,
    action: row.action,
    at: row.at,
    by: row.actorName,
    reason: row.reason,
    totals: row.action === 'close' ? frozenOf(row).summary.totals : null,
    files: files
      .filter(({ monthCloseId }) => monthCloseId === row.id)
      .map(({ format, sha256 }) => ({ format, sha256 })),
  }));
}
