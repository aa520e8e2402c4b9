import type { Measures } from './measures.ts';

/** Where a rate comes from, the best supported first. */
export const rateSources = ['published_tariff', 'quotation', 'flat_policy', 'unsupported'] as const;
export type RateSource = (typeof rateSources)[number];

/** How well supported a value is: A published tariff and measured size … D unsupported. */
export const grades = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

/** Whether an appearance has a value, lacks one, or is not free press at all. */
export const standings = ['valued', 'unvalued', 'not_counted'] as const;
export type Standing = (typeof standings)[number];

/** How well supported the value is: the weakest of the rate's source and the size decides. */
export function gradeOf(sourceType: RateSource, measures: Measures): Grade {
  if (sourceType === 'unsupported' || measures.unit === 'manual') return 'D';
  if (sourceType === 'flat_policy' || measures.unit === 'note') return 'C';
  if (measures.unit === 'cpm' && (measures.views === null || measures.isEstimated)) return 'C';
  if (sourceType === 'quotation' || measures.isEstimated) return 'B';
  return 'A';
}
