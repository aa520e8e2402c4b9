import ICAL from 'ical.js';

const plain = /^(SU|MO|TU|WE|TH|FR|SA)$/;
const counted = /^(?:[1-4]|-1)?(SU|MO|TU|WE|TH|FR|SA)$/;

/** What is left out between two times at most: longer steps are counted out one month after another. */
const longestInterval = 1_000;

const isBoundedInterval = (interval: unknown) =>
  typeof interval === 'number' && interval >= 1 && interval <= longestInterval;

/**
 * Whether a rule of repetition surely comes to a next day, and soon: a rule such as each 30 February,
 * or each day of a thousand million, would be looked for without end.
 */
export function isBoundedRule(rule: unknown): boolean {
  if (!(rule instanceof ICAL.Recur)) return false;
  const parts = Object.entries(rule.parts).filter(([, values]) => values.length > 0);
  const [only, ...more] = parts;
  if (!isBoundedInterval(rule.interval) || more.length > 0) return false;
  if (!only) return ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(rule.freq);
  const [name, values] = only as [string, (string | number)[]];
  if (name === 'BYDAY' && rule.freq === 'WEEKLY')
    return values.every((day) => plain.test(`${day}`));
  if (name === 'BYDAY' && rule.freq === 'MONTHLY') {
    return values.every((day) => counted.test(`${day}`));
  }
  return (
    name === 'BYMONTHDAY' &&
    rule.freq === 'MONTHLY' &&
    values.every((day) => Number(day) >= 1 && Number(day) <= 28)
  );
}

/** A rule of repetition as jCal (RFC 7265) has it. */
export type RuleParts = Readonly<Record<string, unknown>>;

/** Whether a rule ends at a time that there is, or at none. */
export const hasReadableEnd = ({ until }: RuleParts): boolean =>
  until === undefined || !Number.isNaN(Date.parse(String(until)));

const transitionParts = new Set([
  ...['freq', 'interval', 'count', 'until', 'wkst'],
  ...['bymonth', 'bymonthday', 'byday'],
]);

/** Whether the days of such a rule come once a year at most, and surely come. */
function isOnceAYear({ byday, bymonth, bymonthday }: RuleParts): boolean {
  if (Array.isArray(bymonth)) return false;
  if (bymonthday === undefined) {
    return byday === undefined || /^[+-]?[1-5][A-Z]{2}$/.test(`${byday}`);
  }
  // One day, or the weekday of a week: the second Sunday is that of the days 8 to 14.
  const days = [bymonthday].flat().map(Number);
  const isOne = byday === undefined ? days.length === 1 : plain.test(`${byday}`);
  return (
    bymonth !== undefined &&
    isOne &&
    days.length <= 7 &&
    days.some((day) => day !== 0 && Math.abs(day) <= 28)
  );
}

/** Whether the changes of a time zone by a rule can be counted out: once a year at most. */
export function isBoundedTransition(rule: RuleParts): boolean {
  const { freq, interval = 1 } = rule;
  return (
    freq === 'YEARLY' &&
    isBoundedInterval(interval) &&
    Object.keys(rule).every((part) => transitionParts.has(part)) &&
    hasReadableEnd(rule) &&
    isOnceAYear(rule)
  );
}
