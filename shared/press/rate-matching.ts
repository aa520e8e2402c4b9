import { foldForSearch } from '../records.ts';
import type { Format, RateUnit } from './measures.ts';

/** What a rate is for and when it holds; `validTo` absent is until further notice, both days included. */
export interface RateTerms {
  outletId: string;
  format: Format;
  /** Empty: any section. */
  section: string;
  unit: RateUnit;
  validFrom: string;
  validTo: string | null;
}

/** The flat fallback of a format, for any outlet. */
export interface PolicyTerms {
  format: Format;
  validFrom: string;
  validTo: string | null;
}

/** What an appearance asks a rate for. */
export interface RateWanted {
  outletId: string;
  format: Format;
  section: string;
  /** The units that price its size, the best first; see `rateUnitsFor`. */
  units: readonly RateUnit[];
  day: string;
}

/** Why there is no value: the first thing that none of the outlet's rates has, or views nobody knows. */
export interface RateGap {
  gap: 'outlet' | 'format' | 'unit' | 'section' | 'day' | 'views';
}

/** A section as it is compared: spaces, case and accents aside. */
export function sectionKey(section: string): string {
  return foldForSearch(section).trim().replace(/\s+/g, ' ');
}

function holdsOn(rate: Pick<RateTerms, 'validFrom' | 'validTo'>, day: string): boolean {
  return rate.validFrom <= day && (rate.validTo === null || day <= rate.validTo);
}

function chooseOfUnits<Rate extends RateTerms>(
  rates: readonly Rate[],
  wanted: RateWanted,
  units: readonly RateUnit[],
): Rate | RateGap {
  const section = sectionKey(wanted.section);
  const tests: [RateGap['gap'], (rate: Rate) => boolean][] = [
    ['outlet', (rate) => rate.outletId === wanted.outletId],
    ['format', (rate) => rate.format === wanted.format],
    ['unit', (rate) => units.includes(rate.unit)],
    ['section', (rate) => rate.section === '' || sectionKey(rate.section) === section],
    ['day', (rate) => holdsOn(rate, wanted.day)],
  ];
  let left: readonly Rate[] = rates;
  for (const [gap, passes] of tests) {
    left = left.filter(passes);
    if (left.length === 0) return { gap };
  }
  const order = (rate: Rate) =>
    units.indexOf(rate.unit) * 2 + (sectionKey(rate.section) === section ? 0 : 1);
  return left.reduce((best, rate) => (order(rate) < order(best) ? rate : best));
}

/**
 * The rate in force on the day of publication. The units come in their order; of one unit, a
 * rate for the very section comes before one for any section; and what none of them prices takes
 * the outlet's flat price, then the flat policy of the format. Rates of one outlet, format,
 * section and unit never overlap, so the order in which they are given does not matter.
 */
export function chooseRate<Rate extends RateTerms, Policy extends PolicyTerms>(
  rates: readonly Rate[],
  policies: readonly Policy[],
  wanted: RateWanted,
): Rate | Policy | RateGap {
  const own = chooseOfUnits(rates, wanted, wanted.units);
  if (wanted.units.length === 0) return own;
  if (!('gap' in own)) return own;
  const flat = chooseOfUnits(rates, wanted, ['flat']);
  if (!('gap' in flat)) return flat;
  const policy = policies.find((one) => one.format === wanted.format && holdsOn(one, wanted.day));
  return policy ?? own;
}

/** Whether two rates would both hold on some day for the same outlet, format, section and unit. */
export function ratesOverlap(one: RateTerms, other: RateTerms): boolean {
  return (
    one.outletId === other.outletId &&
    one.format === other.format &&
    one.unit === other.unit &&
    sectionKey(one.section) === sectionKey(other.section) &&
    periodsOverlap(one, other)
  );
}

/** Whether two periods share a day; both of their days are included. */
export function periodsOverlap(
  one: Pick<RateTerms, 'validFrom' | 'validTo'>,
  other: Pick<RateTerms, 'validFrom' | 'validTo'>,
): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}
