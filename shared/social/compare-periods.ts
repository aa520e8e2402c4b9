import { addDays, type Day, daysBetween, monthOf } from '../calendar/day.ts';
import { addMonths, monthsBetween } from '../calendar/month.ts';
import { lastDayOf, sameDayBack } from '../calendar/same-days.ts';
import type { Comparison, Period } from './figure-schemas.ts';

const monthsOfYear = 12;
const monthsOfQuarter = 3;
const earlier = (one: Day, other: Day) => (one < other ? one : other);

/** A period as far as it has passed; one that has not begun, as it is. */
export function upToToday({ from, to }: Period, today: Day): Period {
  return { from, to: from > today ? to : earlier(to, today) };
}

/** How many months a period is of, whole but for the one that has not ended; null for other days. */
function monthsIn({ from, to }: Period, today: Day): number | null {
  const isOfMonths = from.endsWith('-01') && (to === lastDayOf(monthOf(to)) || to === today);
  return isOfMonths ? monthsBetween(monthOf(from), monthOf(to)) + 1 : null;
}

/** Whether it is the year so far: from New Year to this month, and not its first month or quarter. */
function isYearSoFar({ from, to }: Period, months: number, today: Day): boolean {
  if (!from.endsWith('-01-01') || to < today || from > today) return false;
  const isQuarter = months === monthsOfQuarter && to === lastDayOf(monthOf(to));
  return months > 1 && months <= monthsOfYear && !isQuarter;
}

/** A day so many months before; the last one of its month is the last one of the other. */
function monthsBack(day: Day, months: number): Day {
  const other = addMonths(monthOf(day), -months);
  return day === lastDayOf(monthOf(day)) ? lastDayOf(other) : sameDayBack(day, other);
}

/** The same day a year earlier; of 29 February, the 28th. */
function yearBefore(day: Day): Day {
  return sameDayBack(day, addMonths(monthOf(day), -monthsOfYear));
}

/**
 * What a period is compared with: the one before of the same kind (a month with a month, the year so
 * far with the same dates of the last, some days with as many), or the same dates of the year before.
 * One that is not over is compared with as much of the other.
 */
export function comparedPeriod(period: Period, compareWith: Comparison, today: Day): Period {
  const { from, to } = period;
  const end = upToToday(period, today).to;
  const months = monthsIn(period, today);
  if (months !== null) {
    const isYear = compareWith === 'last_year' || isYearSoFar(period, months, today);
    const back = isYear ? monthsOfYear : months;
    return { from: `${addMonths(monthOf(from), -back)}-01`, to: monthsBack(end, back) };
  }
  if (compareWith === 'last_year') return { from: yearBefore(from), to: yearBefore(end) };
  const start = addDays(from, -daysBetween(from, to) - 1);
  return { from: start, to: addDays(start, daysBetween(from, end)) };
}
