import { isHeadline } from './headline.ts';
import type {
  MonthSummary,
  ReviewedRow,
  ReviewedTally,
  ReviewGrouping,
  ReviewMatter,
  ReviewShare,
  ReviewSum,
  ReviewTotals,
} from './review-rows.ts';
import { reviewGroupings, reviewMatters } from './review-rows.ts';

function emptySum(): ReviewSum {
  return { count: 0, valueCop: null, valueWithVatCop: null, unvalued: 0 };
}

function addRow(sum: ReviewSum, row: ReviewedRow): void {
  sum.count += 1;
  if (row.standing === 'unvalued') sum.unvalued += 1;
  if (row.valueCop !== null) sum.valueCop = (sum.valueCop ?? 0) + row.valueCop;
  if (row.valueWithVatCop !== null) {
    sum.valueWithVatCop = (sum.valueWithVatCop ?? 0) + row.valueWithVatCop;
  }
}

/** The VAT of a monthly total is not known, and so is that of what it is part of. Comes after every row. */
function addTally(sum: ReviewSum, { count, valueCop }: ReviewedTally): void {
  sum.count += count;
  sum.valueWithVatCop = null;
  if (valueCop === null) sum.unvalued += count;
  else sum.valueCop = (sum.valueCop ?? 0) + valueCop;
}

function sumTotals(
  counted: readonly ReviewedRow[],
  tallies: readonly ReviewedTally[],
): Omit<ReviewTotals, 'notCounted'> {
  const totals = {
    headline: emptySum(),
    negative: emptySum(),
    unclassified: emptySum(),
    allTones: emptySum(),
    headlineWithoutContract: emptySum(),
    allWithoutContract: emptySum(),
    tallies: emptySum(),
  };
  for (const row of counted) {
    const isOfHeadline = isHeadline(row);
    addRow(totals.allTones, row);
    if (isOfHeadline) addRow(totals.headline, row);
    if (row.tone === 'negative') addRow(totals.negative, row);
    if (row.tone === null) addRow(totals.unclassified, row);
    if (row.underContract) continue;
    addRow(totals.allWithoutContract, row);
    if (isOfHeadline) addRow(totals.headlineWithoutContract, row);
  }
  for (const tally of tallies) {
    for (const sum of [totals.tallies, totals.allTones, totals.allWithoutContract]) {
      addTally(sum, tally);
    }
  }
  return totals;
}

const keyOf: Record<ReviewGrouping, (row: ReviewedRow) => string | null> = {
  channel: (row) => row.channel,
  medium: (row) => row.medium,
  outlet: (row) => row.outletId,
  tone: (row) => row.tone,
  grade: (row) => row.grade,
};

function byValue(one: ReviewShare, other: ReviewShare): number {
  const difference = (other.all.valueCop ?? -1) - (one.all.valueCop ?? -1);
  if (difference !== 0) return difference;
  const names = [one, other].map((share) => share.name ?? share.key ?? '');
  return (names[0] ?? '') < (names[1] ?? '') ? -1 : 1;
}

/** The parts of a month, the most valuable first. Of a monthly total only the channel is known. */
function shareOut(
  grouping: ReviewGrouping,
  counted: readonly ReviewedRow[],
  tallies: readonly ReviewedTally[],
): ReviewShare[] {
  const shares = new Map<string, ReviewShare>();
  const shareOf = (key: string | null, name: string | null, isTally: boolean): ReviewShare => {
    const place = `${isTally} ${key}`;
    const share = shares.get(place) ?? {
      key,
      name,
      isTally,
      all: emptySum(),
      headline: emptySum(),
    };
    shares.set(place, share);
    return share;
  };
  for (const row of counted) {
    const name = grouping === 'outlet' ? row.outletName : null;
    const share = shareOf(keyOf[grouping](row), name, false);
    addRow(share.all, row);
    if (isHeadline(row)) addRow(share.headline, row);
  }
  for (const tally of tallies) {
    const isOfChannel = grouping === 'channel';
    addTally(shareOf(isOfChannel ? tally.channel : null, null, !isOfChannel).all, tally);
  }
  return [...shares.values()].sort(byValue);
}

/** Whether an appearance is one of those that a matter is about. */
export function isMatter(
  row: ReviewedRow,
  matter: ReviewMatter,
  thresholdCop: number | null,
): boolean {
  switch (matter) {
    case 'unvalued':
      return row.standing === 'unvalued';
    case 'without_evidence':
      return row.standing !== 'not_counted' && row.evidenceCount === 0;
    case 'unsupported':
      return row.grade === 'D';
    case 'unapproved_rate':
      return row.rateApproval === 'unapproved';
    case 'duplicated':
      return row.isDuplicated;
    case 'over_threshold':
      return thresholdCop !== null && row.valueCop !== null && row.valueCop >= thresholdCop;
    case 'sent_back':
      return row.reviewState === 'sent_back';
    case 'not_approved':
      return row.reviewState !== 'approved';
  }
}

const doubts = ['unvalued', 'without_evidence', 'unsupported', 'unapproved_rate'] as const;

/** What is asked about before an appearance is approved with others: a value or a support that it lacks. */
export function doubtsOf(row: ReviewedRow): (typeof doubts)[number][] {
  return doubts.filter((doubt) => isMatter(row, doubt, null));
}

/** Adds up a month from its appearances and its monthly totals. */
export function summariseMonth(
  rows: readonly ReviewedRow[],
  tallies: readonly ReviewedTally[],
  thresholdCop: number | null,
): MonthSummary {
  const counted = rows.filter((row) => row.standing !== 'not_counted');
  const shares = reviewGroupings.map((one) => [one, shareOut(one, counted, tallies)] as const);
  const matters = reviewMatters.map(
    (matter) => [matter, rows.filter((row) => isMatter(row, matter, thresholdCop)).length] as const,
  );
  return {
    totals: { ...sumTotals(counted, tallies), notCounted: rows.length - counted.length },
    shares: Object.fromEntries(shares) as MonthSummary['shares'],
    matters: Object.fromEntries(matters) as MonthSummary['matters'],
    thresholdCop,
  };
}

/** Why a month cannot be closed as it stands; absent when it can. */
export function obstacleToClosing({ matters }: MonthSummary): { sentBack: number } | undefined {
  return matters.sent_back > 0 ? { sentBack: matters.sent_back } : undefined;
}
