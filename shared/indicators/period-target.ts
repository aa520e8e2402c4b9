import { addDays, type Day, daysBetween, monthOf } from '../calendar/day.ts';
import { addMonths, listMonths, type Month } from '../calendar/month.ts';
import { Exact } from '../money/exact.ts';
import type { YearlySum } from './schemas.ts';

/** Two days and all between them. */
export interface Days {
  from: Day;
  to: Day;
}

/** What a plan asks of a period, as exact decimal text. */
export interface PeriodTarget {
  /** Of the whole period; absent where the plan does not say. */
  value: string | null;
  /** Whether it is the year's own target, or made of those of its months. */
  of: 'year' | 'months' | null;
  /** Of the part of the period that has passed; absent where the plan does not say. */
  toDate: string | null;
  /** How many of the months of that part have a target, where some have none. */
  months: { has: number; of: number } | null;
  /** The month that has not ended, and how many of its days count; a level is not shared out. */
  unfinished: { month: Month; days: number; of: number } | null;
}

/** The first and the last day of a month. */
export function daysOfMonth(month: Month): Days {
  return { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) };
}

/** The year that two days hold, whole or as much of it as has passed; none otherwise. */
export function yearOf({ from, to }: Days, today: Day): number | null {
  const year = from.slice(0, 4);
  const isSame = from === `${year}-01-01` && to <= `${year}-12-31`;
  const isWhole = to === `${year}-12-31` || (to >= today && from <= today);
  return isSame && isWhole ? Number(year) : null;
}

const later = (one: Day, other: Day) => (one > other ? one : other);
const earlier = (one: Day, other: Day) => (one < other ? one : other);
const written = (value: Exact) => value.toDecimalPlaces(2, Exact.ROUND_HALF_UP).toFixed();

interface MonthPart {
  month: Month;
  target: string | null;
  /** How many of its days are asked for. */
  days: number;
  of: number;
}

function partsOf({ from, to }: Days, monthly: Readonly<Record<Month, string>>): MonthPart[] {
  return listMonths(monthOf(from), monthOf(to)).map((month) => {
    const whole = daysOfMonth(month);
    const days = daysBetween(later(from, whole.from), earlier(to, whole.to)) + 1;
    return { month, target: monthly[month] ?? null, days, of: Number(whole.to.slice(8)) };
  });
}

type SetPart = MonthPart & { target: string };
const isSet = (part: MonthPart): part is SetPart => part.target !== null;

/** What the targets of months ask together: shares added, the mean of rates, the last level. */
function together(parts: readonly MonthPart[], how: YearlySum): string | null {
  const set = parts.filter(isSet);
  const last = set.at(-1);
  if (!last) return null;
  // A level is asked for at the end of its month: until then that of the month before stands.
  if (how === 'last') return (set.findLast(({ days, of }) => days === of) ?? last).target;
  const figures = set.map(({ target, days, of }) =>
    how === 'sum' ? new Exact(target).times(days).dividedBy(of) : new Exact(target),
  );
  const sum = figures.reduce((total: Exact, figure) => total.plus(figure), new Exact(0));
  return written(how === 'sum' ? sum : sum.dividedBy(set.length));
}

/** What is asked of a period, whole and to date. */
export function periodTarget(
  days: Days,
  today: Day,
  { year, monthly }: { year: string | null; monthly: Readonly<Record<Month, string>> },
  how: YearlySum,
): PeriodTarget {
  const isYears = yearOf(days, today) !== null && year !== null;
  const ofMonths = together(partsOf(days, monthly), how);
  const value = isYears ? year : ofMonths;
  const of = isYears ? 'year' : ofMonths === null ? null : 'months';
  if (days.from > today) return { value, of, toDate: null, months: null, unfinished: null };
  const isOver = days.to <= today;
  const isWholeYear = isOver && days.to.endsWith('-12-31');
  const passed = partsOf({ from: days.from, to: earlier(days.to, today) }, monthly);
  const set = passed.filter(isSet).length;
  const cut = passed.at(-1);
  return {
    value,
    of,
    toDate: isWholeYear && isYears ? year : together(passed, how),
    months: set === passed.length || set === 0 ? null : { has: set, of: passed.length },
    unfinished:
      cut && cut.month === monthOf(today) && today < daysOfMonth(cut.month).to
        ? { month: cut.month, days: cut.days, of: cut.of }
        : null,
  };
}

/**
 * What the targets of the months of a year make of it, where the year's own says otherwise: all
 * twelve together, the level of December, or already more than the year where some are not set.
 */
export function monthsAgainstYear(
  year: number,
  target: string | null,
  monthly: Readonly<Record<Month, string>>,
  how: YearlySum,
): string | null {
  const parts = partsOf({ from: `${year}-01-01`, to: `${year}-12-31` }, monthly);
  const made = together(how === 'last' ? parts.slice(-1) : parts, how);
  if (target === null || made === null) return null;
  const off = new Exact(made).minus(target);
  if (how !== 'sum') {
    const isWhole = how === 'last' || parts.every(isSet);
    const places = target.split('.')[1]?.length ?? 0;
    return isWhole && !off.toDecimalPlaces(places, Exact.ROUND_HALF_UP).isZero() ? made : null;
  }
  return parts.every(isSet)
    ? off.isZero()
      ? null
      : made
    : off.isPositive() && !off.isZero()
      ? made
      : null;
}
