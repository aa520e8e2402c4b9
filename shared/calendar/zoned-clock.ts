import type { Day } from './day.ts';

/** What clocks of a place show: the day, and the hour as `HH:MM`. */
export interface ZonedClock {
  day: Day;
  hour: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Names of zones come from files too, and one zone has many. */
const mostFormatters = 100;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  if (formatters.size >= mostFormatters) formatters.clear();
  formatters.set(timeZone, formatter);
  return formatter;
}

/** What the clocks of a time zone (IANA name) show at an instant. @throws {RangeError} for no zone. */
export function clockAt(instant: Date, timeZone: string): ZonedClock {
  const [day = '', hour = ''] = formatterOf(timeZone).format(instant).split(' ');
  return { day, hour };
}

const asIfUtc = ({ day, hour }: ZonedClock) => Date.parse(`${day}T${hour}:00Z`);

/**
 * The instant at which the clocks of a time zone (IANA name) show a day and an hour; where they skip
 * it, one close by.
 * @throws {RangeError} for no zone.
 */
export function instantOf(clock: ZonedClock, timeZone: string): Date {
  const wanted = asIfUtc(clock);
  let instant = wanted;
  for (let turn = 0; turn < 2; turn += 1) {
    instant += wanted - asIfUtc(clockAt(new Date(instant), timeZone));
  }
  return new Date(instant);
}
