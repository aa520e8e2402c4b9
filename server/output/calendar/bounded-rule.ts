import ICAL from 'ical.js';

const plain = /^(SU|MO|TU|WE|TH|FR|SA)$/;
const counted = /^(?:[1-4]|-1)?(SU|MO|TU|WE|TH|FR|SA)$/;

/**
 * Whether a rule of repetition surely comes to a next day: a rule such as each 30 February would be
 * looked for without end.
 */
export function isBoundedRule(rule: unknown): boolean {
  if (!(rule instanceof ICAL.Recur)) return false;
  const parts = Object.entries(rule.parts).filter(([, values]) => values.length > 0);
  const [only, ...more] = parts;
  if (!(rule.interval >= 1) || more.length > 0) return false;
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
