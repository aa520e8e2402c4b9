import { z } from 'zod';
import { addDays, Day, monthOf } from '../calendar/day.ts';
import { addMonths } from '../calendar/month.ts';

/** How often something comes again. */
export const repeatSteps = ['week', 'two_weeks', 'month'] as const;
export type RepeatStep = (typeof repeatSteps)[number];

/** How something comes again, and the last day on which it may. */
export const Repeat = z.object({ every: z.enum(repeatSteps), until: Day });
export type Repeat = z.infer<typeof Repeat>;

/** So many days at most come of one series: every week of about four years. */
export const mostRepeats = 200;

const stepDays = { week: 7, two_weeks: 14 } as const;

/** The same day of a later month; nothing where that month has none, such as 30 February. */
function sameDayOf(day: Day, months: number): Day | undefined {
  const later = `${addMonths(monthOf(day), months)}-${day.slice(8)}`;
  return Day.safeParse(later).success ? later : undefined;
}

/**
 * The days of a series from its first one on, in order. Each month it comes on the same day of the
 * month; months that have no such day are left out.
 * @returns none where it ends before it begins; at most one more than `mostRepeats`.
 */
export function repeatDays(first: Day, { every, until }: Repeat): Day[] {
  const days: Day[] = [];
  for (let step = 0; days.length <= mostRepeats; step += 1) {
    const day = every === 'month' ? sameDayOf(first, step) : addDays(first, step * stepDays[every]);
    const month = addMonths(monthOf(first), every === 'month' ? step : 0);
    if ((day ?? `${month}-01`) > until) break;
    if (day !== undefined) days.push(day);
  }
  return days;
}
