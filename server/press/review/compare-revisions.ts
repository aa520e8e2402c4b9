import type { Kysely } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import { type ClosingsCompared, compareClosings } from '../../../shared/press/compare-closings.ts';
import type { ReviewTotals } from '../../../shared/press/review-rows.ts';
import type { Tables } from '../../database/schema.ts';
import { frozenOf } from './read-month-review.ts';
import { selectClosedRows, selectRevisions } from './review-queries.ts';

/** Two closings of one month: the totals of each, and what of its appearances is different. */
export interface RevisionsCompared extends ClosingsCompared {
  before: ReviewTotals;
  after: ReviewTotals;
}

/**
 * Compares two closings of a month.
 * @throws {AltavozFailure} `record_not_found` for a revision that is none, or that reopened it.
 */
export async function compareRevisions(
  db: Kysely<Tables>,
  { month, from, to }: { month: string; from: number; to: number },
): Promise<RevisionsCompared> {
  const revisions = await selectRevisions(db, month);
  const find = (revision: number) => {
    const row = revisions.find((one) => one.revision === revision && one.action === 'close');
    if (row) return row;
    const id = `${month} ${revision}`;
    throw new AltavozFailure({ code: 'record_not_found', record: 'month_close', id });
  };
  const [before, after] = [find(from), find(to)];
  return {
    before: frozenOf(before).summary.totals,
    after: frozenOf(after).summary.totals,
    ...compareClosings(await selectClosedRows(db, before.id), await selectClosedRows(db, after.id)),
  };
}
