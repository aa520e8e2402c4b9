import { z } from 'zod';
import { ListPage, RecordId, requiredLine } from '../records.ts';
import type { Grade } from './grading.ts';

/** By what coverage is told apart. */
export const coverageParts = [
  'medium',
  'outlet',
  'topic',
  'department',
  'origin',
  'spokesperson',
] as const;
export type CoveragePart = (typeof coverageParts)[number];

/** A thing the office wants to be said. */
export const KeyMessageFields = z.object({ text: requiredLine(300) });
export type KeyMessageFields = z.infer<typeof KeyMessageFields>;

export const KeyMessageList = ListPage.extend({ removed: z.boolean().default(false) });
export type KeyMessageList = z.infer<typeof KeyMessageList>;

export interface KeyMessageRow extends KeyMessageFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

/** Of which event or campaign to show the appearances it caused. */
export const CausedByEvent = ListPage.omit({ search: true }).extend({ eventId: RecordId });
export type CausedByEvent = z.infer<typeof CausedByEvent>;

/** How many appearances speak in each tone. */
export interface ToneCounts {
  positive: number;
  neutral: number;
  negative: number;
  unclassified: number;
}

/** Some appearances: how many, in which tone, and their value where any has one, in whole pesos. */
export interface CoverageSum extends ToneCounts {
  count: number;
  valueCop: number | null;
  /** How many of them have no value. */
  unvalued: number;
}

/** One share of the coverage; `key` is absent where the appearances say nothing of it. */
export interface CoverageShare extends CoverageSum {
  key: string | null;
  /** The name of an outlet or department, or the text itself. */
  label: string | null;
}

/** Value by tone: the headline is positive and neutral; the others stand beside it. */
export interface CoverageValue extends Record<ValueTone, number | null> {
  /** How many appearances each is of, and how many of them have no value. */
  counted: Record<ValueTone, { count: number; unvalued: number }>;
}

/** What the value is told apart by: the headline of positive and neutral, and what stands beside it. */
export const valueTones = ['headline', 'negative', 'unclassified', 'allTones'] as const;
export type ValueTone = (typeof valueTones)[number];

/** The value of a period by tone; monthly totals, of which nobody knows the tone, stand with the unclassified. */
export interface ValueByTone extends CoverageValue {
  /** Of the headline alone, as it would be invoiced. */
  headlineWithVat: number | null;
  /** The headline without outlets under an advertising contract. */
  headlineWithoutContract: number | null;
  /** Whether monthly totals are in it. */
  hasTallies: boolean;
  /** Of all tones, without monthly totals: the best supported first. */
  grades: { grade: Grade; count: number; valueCop: number }[];
}

export interface Coverage {
  total: CoverageSum;
  value: CoverageValue;
  /** The same without outlets under an advertising contract. */
  withoutContract: { count: number; value: CoverageValue };
  months: (ToneCounts & { month: string })[];
  parts: Record<CoveragePart, CoverageShare[]>;
  messages: { id: string; text: string; count: number }[];
  /** Appearances with one key message at least. */
  withMessage: number;
  /** People that the outlets may reach, each outlet once; absent where none's audience is known. */
  reach: { people: number | null; outlets: number; withoutAudience: number };
  /** The events and campaigns that caused most. */
  events: CoverageShare[];
}

/**
 * Net tone from −1 to 1: positive less negative, of those that were classified; absent where
 * none was.
 */
export function netTone({ positive, neutral, negative }: ToneCounts): number | null {
  const classified = positive + neutral + negative;
  return classified === 0 ? null : (positive - negative) / classified;
}

/** How many appearances are in none of the shares of a part: only the largest shares are told apart. */
export function countUntold(
  { total, parts }: Pick<Coverage, 'total' | 'parts'>,
  part: CoveragePart,
) {
  return parts[part].reduce((rest, { count }) => rest - count, total.count);
}

/** What part of the whole something is, from 0 to 1; absent of nothing. */
export function shareOfCount(count: number, total: number): number | null {
  return total === 0 ? null : count / total;
}
