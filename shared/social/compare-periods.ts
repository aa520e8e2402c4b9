import { addDays, daysBetween } from '../calendar/day.ts';
import type { LevelChange } from './figure-rows.ts';
import type { Comparison, Period } from './figure-schemas.ts';

/** The same day a year earlier; of 29 February, the 28th. */
function yearBefore(day: string): string {
  const year = `${Number(day.slice(0, 4)) - 1}`;
  return day.slice(4) === '-02-29' ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** The period that another is compared with, of as many days or of the same dates. */
export function comparedPeriod({ from, to }: Period, compareWith: Comparison): Period {
  if (compareWith === 'last_year') return { from: yearBefore(from), to: yearBefore(to) };
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

interface Level {
  day: string;
  value: number;
}

/** How a level moved from one reading to another; null unless they are of two days. */
export function changeBetween(first: Level | null, last: Level | null): LevelChange | null {
  if (!first || !last || first.day === last.day) return null;
  const value = last.value - first.value;
  return {
    value,
    basisPoints: first.value === 0 ? null : Math.round((value / first.value) * 10_000),
    from: { day: first.day, value: first.value },
    to: { day: last.day, value: last.value },
  };
}
