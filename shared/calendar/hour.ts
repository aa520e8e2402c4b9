const formatters = new Map<string, Intl.DateTimeFormat>();

/** The hour of the day, 0 to 23, that an instant falls in, in a time zone (IANA name). */
export function hourInZone(instant: Date, timeZone: string): number {
  const known = formatters.get(timeZone);
  const formatter =
    known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  formatters.set(timeZone, formatter);
  return Number(formatter.format(instant));
}
