import { z } from 'zod';

function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A calendar day as text, `YYYY-MM-DD`, that exists, from 1900 to 2199. */
export const Day = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, { error: 'day' })
  .refine(isRealDay, { error: 'day' });
export type Day = z.infer<typeof Day>;

/** A closed period of days; `from` may not be after `to`. */
export const DayPeriod = z
  .object({ from: Day, to: Day })
  .refine((period) => period.from <= period.to, { error: 'period_reversed', path: ['to'] });
export type DayPeriod = z.infer<typeof DayPeriod>;

const millisecondsPerDay = 86_400_000;

/** The day `count` days after the given one; before it when `count` is negative. */
export function addDays(day: Day, count: number): Day {
  const instant = Date.parse(`${day}T00:00:00Z`) + count * millisecondsPerDay;
  return new Date(instant).toISOString().slice(0, 10);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay,
  );
}

/** The month a day belongs to. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that an instant falls on in a time zone (IANA name). */
export function dayInZone(instant: Date, timeZone: string): Day {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant);
}
