import ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import { clockAt, instantOf, type ZonedClock } from '../../../shared/calendar/zoned-clock.ts';

function isZone(name: string): boolean {
  try {
    return Boolean(clockAt(new Date(0), name));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A zone as programs name it after their own address: `/mozilla.org/20050126_1/America/Bogota`. */
function withoutAddress(name: string): string[] {
  const parts = name.startsWith('/') ? name.split('/') : [];
  return parts.length === 0 ? [] : [3, 2, 1].map((many) => parts.slice(-many).join('/'));
}

/** No zone has a longer name, with the address of the program that wrote it. */
const longestName = 120;
const mostNames = 1_000;
const zones = new Map<string, string | undefined>();

/** The zone (IANA name) that a calendar names, by that name or by that of Windows; absent for no known one. */
function zoneNamed(name: string): string | undefined {
  if (name.length > longestName) return undefined;
  // Each time of a file asks for its zone more than once, and a zone is dear to look up.
  if (!zones.has(name)) {
    if (zones.size >= mostNames) zones.clear();
    const known = [name, ...withoutAddress(name)].find(isZone);
    zones.set(name, known ?? findIana(name).find(isZone));
  }
  return zones.get(name);
}

/** A time as a file writes it, and the zone that it names there. */
export interface FileTime {
  time: ICAL.Time;
  zone: unknown;
}

const isFloating = (time: ICAL.Time) => !time.isDate && time.zone === ICAL.Timezone.localTimezone;

const two = (number: number) => String(number).padStart(2, '0');

/** What a time says, whichever clocks it is of. */
export function asWritten(time: ICAL.Time): ZonedClock {
  return {
    day: `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`,
    hour: `${two(time.hour)}:${two(time.minute)}`,
  };
}

/** Whether a time is of a zone that nobody knows: neither does the file tell of it, nor is its name one. */
export function isOfUnknownZone({ time, zone }: FileTime): boolean {
  return isFloating(time) && typeof zone === 'string' && zoneNamed(zone) === undefined;
}

/** What the office's clocks show at a time of the file; a time without a known zone is the office's. */
export function officeClock({ time, zone }: FileTime, timeZone: string): ZonedClock {
  const written = asWritten(time);
  if (time.isDate) return written;
  if (!isFloating(time)) return clockAt(time.toJSDate(), timeZone);
  const named = typeof zone === 'string' ? zoneNamed(zone) : undefined;
  return clockAt(instantOf(written, named ?? timeZone), timeZone);
}

/** An instant by the clocks that a time names, as one that such times can be compared with. */
export function besides({ time, zone }: FileTime, instant: ICAL.Time): ICAL.Time {
  const named = typeof zone === 'string' ? zoneNamed(zone) : undefined;
  if (!isFloating(time) || instant.zone !== ICAL.Timezone.utcTimezone || !named) return instant;
  const { day, hour } = clockAt(instant.toJSDate(), named);
  return ICAL.Time.fromDateTimeString(`${day}T${hour}:${two(instant.second)}`);
}
