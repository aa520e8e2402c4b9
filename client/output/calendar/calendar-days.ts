import { addDays, type Day, monthOf } from '../../../shared/calendar/day.ts';
import { addMonths } from '../../../shared/calendar/month.ts';

/** 0 on Mondays, 6 on Sundays. */
function weekday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The seven days of the week that a day belongs to, from Monday. */
export function daysOfWeek(day: Day): Day[] {
  const monday = addDays(day, -weekday(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The weeks that the month of a day is in, each of seven days from Monday. */
export function weeksOfMonth(day: Day): Day[][] {
  const month = monthOf(day);
  const weeks: Day[][] = [];
  let monday = daysOfWeek(`${month}-01`)[0] ?? day;
  while (monthOf(monday) <= month) {
    weeks.push(daysOfWeek(monday));
    monday = addDays(monday, 7);
  }
  return weeks;
}

/** A day of the month or the week before or after the one that a day is in. */
export function turnedDay(day: Day, span: 'month' | 'week', by: 1 | -1): Day {
  return span === 'week' ? addDays(day, 7 * by) : `${addMonths(monthOf(day), by)}-01`;
}
