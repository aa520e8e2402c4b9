import { z } from 'zod';
import { Month } from '../calendar/month.ts';
import {
  foldForSearch,
  ListPage,
  optionalText,
  RecordId,
  RecordVersion,
  requiredLine,
  searchWords,
} from '../records.ts';
import { Channel, Medium } from './channels.ts';
import { grades } from './grading.ts';
import { isHeadline } from './headline.ts';
import { isMatter } from './review.ts';
import { type ReviewedRow, reviewMatters } from './review-rows.ts';
import { Tone } from './schemas.ts';

export const MonthAsked = z.object({ month: Month });

/** A page of the appearances of a month, those behind one figure of its review. */
export const ReviewList = ListPage.extend({
  month: Month,
  matter: z.enum(reviewMatters).optional(),
  channel: Channel.optional(),
  medium: Medium.optional(),
  outletId: RecordId.optional(),
  tone: z.enum([...Tone.options, 'unclassified', 'headline']).optional(),
  grade: z.enum([...grades, 'none']).optional(),
  /** Only outlets with, or without, an advertising contract on the day. */
  underContract: z.boolean().optional(),
});
export type ReviewList = z.infer<typeof ReviewList>;

/** What is said of an appearance; many lines. */
const CommentText = optionalText(2_000)
  .transform((text) => text ?? '')
  .pipe(z.string().min(1, { error: 'required' }));

export const ClippingComment = z.object({ id: RecordId, text: CommentText });
export const SendingBack = z.object({ at: RecordVersion, reason: CommentText });
export const Approval = z.object({ ats: z.array(RecordVersion).min(1).max(500) });

/** Closing names the state that was seen, so that nothing is approved unseen. */
export const Closing = z.object({ month: Month, stamp: requiredLine(100) });
export const Reopening = z.object({ month: Month, reason: CommentText });

/** The whole pesos from which an appearance is looked at, or none. */
export const ReviewThreshold = z.object({
  amountCop: z.number().int().min(1).max(1_000_000_000_000).nullable(),
});

const revision = z.number().int().min(1).max(1_000_000);
export const RevisionPair = z.object({ month: Month, from: revision, to: revision });

function fitsTone(row: ReviewedRow, wanted: ReviewList['tone']): boolean {
  if (wanted === undefined) return true;
  return wanted === 'headline' ? isHeadline(row) : (row.tone ?? 'unclassified') === wanted;
}

/** Whether an appearance is behind the figure that a list asks for. */
export function isListed(row: ReviewedRow, list: ReviewList, thresholdCop: number | null): boolean {
  const { matter, channel, medium, outletId, grade, underContract } = list;
  return (
    (matter === undefined || isMatter(row, matter, thresholdCop)) &&
    (channel === undefined || row.channel === channel) &&
    (medium === undefined || row.medium === medium) &&
    (outletId === undefined || row.outletId === outletId) &&
    (grade === undefined || (row.grade ?? 'none') === grade) &&
    (underContract === undefined || row.underContract === underContract) &&
    fitsTone(row, list.tone)
  );
}

/** Whether an appearance holds every word of a search, accents and case aside. */
export function holdsWords(row: ReviewedRow, search: string): boolean {
  const words = searchWords(search);
  if (words.length === 0) return true;
  const text = foldForSearch(`${row.outletName} ${row.title}`);
  return words.every((word) => text.includes(word));
}
