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

interface ZoneClock {
  formatter: Intl.DateTimeFormat;
  /** The quarter of an hour that was asked for last, counted since 1970, and its day. */
  quarter: number;
  day: Day;
}

const zones = new Map<string, ZoneClock>();
const millisecondsPerQuarter = 900_000;

function clockOf(timeZone: string): ZoneClock {
  let zone = zones.get(timeZone);
  if (!zone) {
    const formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    zone = { formatter, quarter: Number.NaN, day: '' };
    zones.set(timeZone, zone);
  }
  return zone;
}

/** From here on every zone keeps its distance from UTC in quarters of an hour. */
const sinceQuarters = Date.UTC(1973, 0, 1);

/**
 * The calendar day that an instant falls on in a time zone (IANA name). It is worked out once a
 * quarter of an hour, within which no zone changes its day.
 */
export function dayInZone(instant: Date, timeZone: string): Day {
  const zone = clockOf(timeZone);
  const milliseconds = instant.getTime();
  const quarter = Math.floor(milliseconds / millisecondsPerQuarter);
  if (quarter !== zone.quarter || milliseconds < sinceQuarters) {
    zone.day = zone.formatter.format(instant);
    zone.quarter = quarter;
  }
  return zone.day;
}
