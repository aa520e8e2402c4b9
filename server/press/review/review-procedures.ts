import { z } from 'zod';
import { MonthPeriod } from '../../../shared/calendar/month.ts';
import {
  Approval,
  ClippingComment,
  Closing,
  MonthAsked,
  Reopening,
  ReviewList,
  ReviewThreshold,
  RevisionPair,
  SendingBack,
} from '../../../shared/press/review-filter.ts';
import { RecordId } from '../../../shared/records.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import { closeMonth, reopenMonth } from './close-month.ts';
import { commentClipping, listClippingComments } from './comment-clipping.ts';
import { compareRevisions } from './compare-revisions.ts';
import { listMonthRevisions, listReviewClippings, readMonthReview } from './read-month-review.ts';
import { listMonthStates } from './read-month-state.ts';
import { approveClippings, sendBackClipping } from './review-clippings.ts';
import { setReviewThreshold } from './set-review-threshold.ts';

const everyone = allowEveryRole(['press']);
// What is frozen names departments and events, and so does its stamp.
const everyoneWithNames = allowEveryRole(['press', 'accounts', 'output']);
const secretary = allow(['secretary']);

/** The review of a month by the secretary, its closing and its revisions. */
export const reviewProcedures = {
  readMonthReview: costly(everyoneWithNames, 'read')
    .input(MonthAsked)
    .query(({ ctx, input }) => readMonthReview(ctx.database.db, input.month)),
  listReviewClippings: costly(everyone, 'read')
    .input(ReviewList)
    .query(({ ctx, input }) => listReviewClippings(ctx.database.db, input)),
  listMonthStates: everyone
    .input(MonthPeriod)
    .query(({ ctx, input }) => listMonthStates(ctx.database.db, input)),
  listMonthRevisions: everyone
    .input(MonthAsked)
    .query(({ ctx, input }) => listMonthRevisions(ctx.database.db, input.month)),
  compareRevisions: costly(everyone, 'read')
    .input(RevisionPair)
    .query(({ ctx, input }) => compareRevisions(ctx.database.db, input)),
  listClippingComments: everyone
    .input(z.object({ id: RecordId }))
    .query(({ ctx, input }) => listClippingComments(ctx.database.db, input.id)),
  commentClipping: allow(['admin', 'coordinator', 'press', 'secretary'])
    .input(ClippingComment)
    .mutation(({ ctx, input }) => commentClipping(ctx, input)),
  setReviewThreshold: allow(['admin', 'coordinator', 'secretary'])
    .input(ReviewThreshold)
    .mutation(({ ctx, input }) => setReviewThreshold(ctx, input.amountCop)),
  sendBackClipping: secretary
    .input(SendingBack)
    .mutation(({ ctx, input }) => sendBackClipping(ctx, input)),
  approveClippings: costly(secretary, 'write')
    .input(Approval)
    .mutation(({ ctx, input }) => approveClippings(ctx, input.ats)),
  closeMonth: costly(secretary, 'write')
    .input(Closing)
    .mutation(({ ctx, input }) => closeMonth(ctx, input)),
  reopenMonth: costly(secretary, 'write')
    .input(Reopening)
    .mutation(({ ctx, input }) => reopenMonth(ctx, input)),
};
