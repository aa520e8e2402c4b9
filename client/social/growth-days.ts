import { addDays } from '../../shared/calendar/day.ts';
import { addMonths } from '../../shared/calendar/month.ts';
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

/** The points of a page by their day. */
export function pointsByDay({ points }: Growth): Map<string, GrowthPoint> {
  return new Map(points.map((point) => [point.day, point]));
}

/** How many days lie in a gap of any of these pages. */
export function countGapDays(growths: readonly Growth[]): number {
  const days = new Set(growths.flatMap(({ gaps }) => gaps.flatMap(listDays)));
  return days.size;
}
