import { dayInZone } from './day.ts';

const quarterMs = 900_000;

/** The moment at which the next day begins in a time zone (IANA name), however its clocks change. */
export function nextMidnight(instant: Date, timeZone: string): Date {
  const today = dayInZone(instant, timeZone);
  let at = (Math.floor(instant.getTime() / quarterMs) + 1) * quarterMs;
  while (dayInZone(new Date(at), timeZone) === today) at += quarterMs;
  return new Date(at);
}
