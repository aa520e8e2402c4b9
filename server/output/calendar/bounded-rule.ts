import ICAL from 'ical.js';

const plain = /^(SU|MO|TU|WE|TH|FR|SA)$/;
const counted = /^(?:-?[1-4])?(SU|MO|TU|WE|TH|FR|SA)$/;

/** What is left out between two times at most: longer steps are counted out one month after another. */
const longestInterval = 1_000;

const isBoundedInterval = (interval: unknown) =>
  typeof interval === 'number' && interval >= 1 && interval <= longestInterval;

/** What a rule says of its days, by the name of the part. */
interface Days {
  interval: number;
  months: readonly number[];
  monthDays: readonly number[];
  weekdays: readonly string[];
  /** Which of the days of a month that the others name: the last Monday, the first working day. */
  places: readonly number[];
}

const isPlain = (weekdays: readonly string[]) => weekdays.every((day) => plain.test(day));
const isCounted = (weekdays: readonly string[]) => weekdays.every((day) => counted.test(day));
const isMonth = (month: number) => Number.isInteger(month) && month >= 1 && month <= 12;
const daysIn = (month: number) => new Date(Date.UTC(2026, month, 0)).getUTCDate();
/** The library counts those further from the end of the month wrongly. */
const isPlace = (place: number) => place >= -3 && place <= 4 && place !== 0;

/** Whether each month has such a day; every other need not come to one with 31. */
function isInMonths({ interval, monthDays }: Days): boolean {
  const most = interval === 1 ? 31 : 28;
  return monthDays.every((day) => day !== 0 && day >= -28 && day <= most);
}

/** Whether the weekdays of a month that are named are there: four of each at least. */
function isOfWeekdays({ weekdays, places }: Days): boolean {
  return places.length === 0 ? isCounted(weekdays) : isPlain(weekdays) && places.every(isPlace);
}

function isBoundedMonthly(days: Days): boolean {
  const { interval, months, monthDays, weekdays, places } = days;
  if (months.length > 0 && (interval !== 1 || !months.every(isMonth))) return false;
  if (weekdays.length > 0) return monthDays.length === 0 && isOfWeekdays(days);
  return places.length === 0 && isInMonths(days);
}

function isBoundedYearly(days: Days): boolean {
  const { months, monthDays, weekdays, places } = days;
  if (months.length === 0) return [monthDays, weekdays, places].every(({ length }) => length === 0);
  if (!months.every(isMonth) || (places.length > 0 && months.length > 1)) return false;
  if (weekdays.length > 0) return monthDays.length === 0 && isOfWeekdays(days);
  const isIn = (day: number) => day >= 1 && months.every((month) => day <= daysIn(month));
  return places.length === 0 && monthDays.every(isIn);
}

const known = new Set(['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS']);

/**
 * Whether a rule of repetition surely comes to a next day, and soon: a rule such as each 30 February,
 * or each day of a thousand million, would be looked for without end.
 */
export function isBoundedRule(rule: unknown): boolean {
  if (!(rule instanceof ICAL.Recur) || !isBoundedInterval(rule.interval)) return false;
  const parts = Object.entries(rule.parts).filter(([, values]) => values.length > 0);
  if (!parts.every(([name]) => known.has(name))) return false;
  const said = Object.fromEntries(parts) as Record<string, (string | number)[]>;
  const numbers = (name: string) => (said[name] ?? []).map(Number);
  const days: Days = {
    interval: rule.interval,
    months: numbers('BYMONTH'),
    monthDays: numbers('BYMONTHDAY'),
    weekdays: (said.BYDAY ?? []).map(String),
    places: numbers('BYSETPOS'),
  };
  if (rule.freq === 'YEARLY') return isBoundedYearly(days);
  if (rule.freq === 'MONTHLY') return isBoundedMonthly(days);
  const isOfWeek = isPlain(days.weekdays) && parts.every(([name]) => name === 'BYDAY');
  if (rule.freq === 'WEEKLY') return isOfWeek;
  return rule.freq === 'DAILY' && isOfWeek && (parts.length === 0 || rule.interval === 1);
}

/** A rule of repetition as jCal (RFC 7265) has it. */
export type RuleParts = Readonly<Record<string, unknown>>;

/** Whether a rule ends at a time that there is, or at none. */
export const hasReadableEnd = ({ until }: RuleParts): boolean =>
  until === undefined || !Number.isNaN(Date.parse(String(until)));

/** The last Monday as such, where a rule says it as the last of the Mondays: the library counts it sooner. */
export function inOneStep(rule: RuleParts): RuleParts {
  const { bysetpos, ...rest } = rule;
  const [day, ...otherDays] = [rule.byday ?? []].flat().map(String);
  const [place, ...otherPlaces] = [bysetpos ?? []].flat().map(Number);
  const [month, ...otherMonths] = [rule.bymonth ?? []].flat();
  const isOne = [...otherDays, ...otherPlaces, ...otherMonths].length === 0;
  const isOfMonth = rule.freq === 'MONTHLY' || (rule.freq === 'YEARLY' && month !== undefined);
  const byday = `${place}${day}`;
  if (!isOne || !isOfMonth || day === undefined || !plain.test(day)) return rule;
  return place !== undefined && counted.test(byday) && rule.bymonthday === undefined
    ? { ...rest, byday }
    : rule;
}

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
