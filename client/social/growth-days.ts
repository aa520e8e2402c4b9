import { addDays, daysBetween, monthOf } from '../../shared/calendar/day.ts';
import { addMonths, listMonths } from '../../shared/calendar/month.ts';
import type { Growth, GrowthPoint } from '../../shared/social/growth.ts';

/** A closed period of days. */
export interface Days {
  from: string;
  to: string;
}

/** The days of a period of months, up to today. */
export function daysOfMonths(period: Days, today: string): Days {
  const from = `${period.from}-01`;
  const end = addDays(`${addMonths(period.to, 1)}-01`, -1);
  const to = end < today ? end : today;
  return { from, to: to < from ? from : to };
}

/** Every day of a closed period, in order. */
export function listDays({ from, to }: Days): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How far apart the points of the chart are. */
export type Grain = 'day' | 'month';

/** Beyond this many days the chart has a point a month: more would be neither seen nor read. */
const mostDaysOneByOne = 400;

/** The grain at which a period is drawn. */
export function grainOf({ from, to }: Days): Grain {
  return daysBetween(from, to) < mostDaysOneByOne ? 'day' : 'month';
}

/** Every day or month of a period, with or without a reading. */
export function listCategories(days: Days, grain: Grain): string[] {
  return grain === 'day' ? listDays(days) : listMonths(monthOf(days.from), monthOf(days.to));
}

/** The points of a page by their day, or the last one of each month. Expects them in order of day. */
export function pointsBy(grain: Grain, { points }: Growth): Map<string, GrowthPoint> {
  return new Map(points.map((point) => [grain === 'day' ? point.day : monthOf(point.day), point]));
}

/** On how many days of the period every one of these pages was read. */
export function countDaysRead(growths: readonly Growth[]): number {
  const [first, ...others] = growths.map(({ points }) => new Set(points.map(({ day }) => day)));
  if (!first) return 0;
  return [...first].filter((day) => others.every((days) => days.has(day))).length;
}
