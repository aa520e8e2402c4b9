import type { Measures, RateUnit } from './measures.ts';

/** Where a rate comes from, the best supported first. */
export const rateSources = ['published_tariff', 'quotation', 'flat_policy', 'unsupported'] as const;
export type RateSource = (typeof rateSources)[number];

/** How well supported a value is: A published tariff and measured size … D unsupported. */
export const grades = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

/** Whether an appearance has a value, lacks one, or is not free press at all. */
export const standings = ['valued', 'unvalued', 'not_counted'] as const;
export type Standing = (typeof standings)[number];

/** What holds a value down, and the grade that it is held to. */
const gradeOfCause = {
  unapproved: 'B',
  quotation: 'B',
  estimated_size: 'B',
  flat_price: 'C',
  flat_source: 'C',
  note: 'C',
  unknown_views: 'C',
  estimated_views: 'C',
  unsupported: 'D',
  manual: 'D',
} as const satisfies Record<string, Grade>;
export type GradeCause = keyof typeof gradeOfCause;
const gradeCauses = Object.keys(gradeOfCause) as GradeCause[];

/** What of a rate decides how well supported its values are. */
export interface GradedRate {
  unit: RateUnit;
  sourceType: RateSource;
  /** Whether somebody answered for it; absent in values that were stored without saying so. */
  isApproved?: boolean;
}

type Holds = Partial<Record<GradeCause, boolean>>;

/** What of a price holds down whatever it values. */
function priceHolds({ unit, sourceType, isApproved }: GradedRate): Holds {
  return {
    unapproved: isApproved === false,
    quotation: sourceType === 'quotation',
    flat_price: unit === 'flat',
    flat_source: sourceType === 'flat_policy',
    note: unit === 'note',
    unsupported: sourceType === 'unsupported',
  };
}

/** What of a size holds a value down; a flat price does not look at it. */
function sizeHolds(measures: Measures, { unit }: GradedRate): Holds {
  if (unit === 'flat') return {};
  const isJudged = measures.isEstimated;
  return {
    estimated_size: isJudged && measures.unit !== 'cpm',
    unknown_views: measures.unit === 'cpm' && measures.views === null,
    estimated_views: measures.unit === 'cpm' && measures.views !== null && isJudged,
  };
}

function holding(holds: Holds): GradeCause[] {
  return gradeCauses.filter((cause) => holds[cause]);
}

function worstOf(causes: readonly GradeCause[]): Grade {
  const found = causes.map((cause) => gradeOfCause[cause]);
  return found.sort().at(-1) ?? 'A';
}

/** Everything that holds a value down, the worst last; `rate` is absent where somebody judged it. */
function causesOf(measures: Measures, rate: GradedRate | undefined): GradeCause[] {
  if (measures.unit === 'manual' || !rate) return ['manual'];
  return holding({ ...priceHolds(rate), ...sizeHolds(measures, rate) });
}

/** The best grade that a price makes, of an appearance whose size is measured. */
export function bestGradeOf(rate: GradedRate): Grade {
  return worstOf(holding(priceHolds(rate)));
}

/**
 * How well supported a value is: the weakest of the rate's source, its approval and the size
 * decides. A is a published tariff that somebody answered for and a measured size, so that no
 * rate that waits to be approved makes better than B; a flat price and views that nobody knows are
 * C, what somebody judged or nothing supports is D.
 */
export function gradeOf(measures: Measures, rate: GradedRate | undefined): Grade {
  return worstOf(causesOf(measures, rate));
}

/** Why a value has a grade: the causes that hold it to that one; none where nothing does. */
export function whyGraded(
  grade: Grade,
  measures: Measures,
  rate: GradedRate | undefined,
): GradeCause[] {
  return causesOf(measures, rate).filter((cause) => gradeOfCause[cause] === grade);
}
