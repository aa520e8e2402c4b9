import { addDays } from '../../shared/calendar/day.ts';
import type { DaysPeriod, DaysRule } from '../network-contract.ts';

/** How far back a page's days are read when it is first pulled. */
const firstDays = 28;

/** A period in pieces that one call takes, oldest first; empty when it ends before it begins. */
function splitPeriod({ from, to }: DaysPeriod, daysPerCall: number): DaysPeriod[] {
  const pieces: DaysPeriod[] = [];
  for (let start = from; start <= to; start = addDays(start, daysPerCall)) {
    const end = addDays(start, daysPerCall - 1);
    pieces.push({ from: start, to: end < to ? end : to });
  }
  return pieces;
}

const later = (one: string, other: string) => (one > other ? one : other);

/**
 * The days that a daily pull reads, oldest first: since the last that settled before the last
 * success, or of a page's first pull the last four weeks, to yesterday. Days are the office's.
 */
export function newDays(rule: DaysRule, today: string, succeededOn: string | null): DaysPeriod[] {
  const since =
    succeededOn === null
      ? addDays(today, -firstDays)
      : addDays(succeededOn, -rule.settlesAfterDays - 1);
  const from = later(since, addDays(today, -rule.reachesBackDays));
  return splitPeriod({ from, to: addDays(today, -1) }, rule.daysPerCall);
}

/** The days that history still lacks, newest first, as far back as the network gives them. */
export function oldDays(rule: DaysRule, today: string, filledFrom: string | null): DaysPeriod[] {
  const from = addDays(today, -rule.reachesBackDays);
  const pieces: DaysPeriod[] = [];
  let to = addDays(filledFrom ?? today, -1);
  while (to >= from) {
    const start = later(addDays(to, 1 - rule.daysPerCall), from);
    pieces.push({ from: start, to });
    to = addDays(start, -1);
  }
  return pieces;
}
