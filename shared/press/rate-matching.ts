import { foldForSearch } from '../records.ts';
import type { Format, Unit } from './measures.ts';

/** What a rate is for and when it holds; `validTo` absent is until further notice, both days included. */
export interface RateTerms {
  outletId: string;
  format: Format;
  /** Empty: any section. */
  section: string;
  unit: Unit;
  validFrom: string;
  validTo: string | null;
}

/** What an appearance asks a rate for. */
export interface RateWanted {
  outletId: string;
  format: Format;
  section: string;
  unit: Unit;
  day: string;
}

/** Why no rate serves: the first thing that none of the outlet's rates has. */
export interface RateGap {
  gap: 'outlet' | 'format' | 'unit' | 'section' | 'day';
}

/** A section as it is compared: spaces, case and accents aside. */
function sectionKey(section: string): string {
  return foldForSearch(section).trim().replace(/\s+/g, ' ');
}

function holdsOn(rate: RateTerms, day: string): boolean {
  return rate.validFrom <= day && (rate.validTo === null || day <= rate.validTo);
}

/**
 * The rate in force on the day of publication. One for the very section comes before one
 * for any section. Rates of one outlet, format, section and unit never overlap, so their order
 * does not matter.
 */
export function chooseRate<Rate extends RateTerms>(
  rates: readonly Rate[],
  wanted: RateWanted,
): Rate | RateGap {
  const section = sectionKey(wanted.section);
  const tests: [RateGap['gap'], (rate: Rate) => boolean][] = [
    ['outlet', (rate) => rate.outletId === wanted.outletId],
    ['format', (rate) => rate.format === wanted.format],
    ['unit', (rate) => rate.unit === wanted.unit],
    ['section', (rate) => rate.section === '' || sectionKey(rate.section) === section],
    ['day', (rate) => holdsOn(rate, wanted.day)],
  ];
  let left: readonly Rate[] = rates;
  for (const [gap, passes] of tests) {
    left = left.filter(passes);
    if (left.length === 0) return { gap };
  }
  return left.find((rate) => sectionKey(rate.section) === section) ?? left[0] ?? { gap: 'day' };
}

/** Whether two rates would both hold on some day for the same outlet, format, section and unit. */
export function ratesOverlap(one: RateTerms, other: RateTerms): boolean {
  return (
    one.outletId === other.outletId &&
    one.format === other.format &&
    one.unit === other.unit &&
    sectionKey(one.section) === sectionKey(other.section) &&
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}
