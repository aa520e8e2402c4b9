import ICAL from 'ical.js';
import { Day } from '../../../shared/calendar/day.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import { refuseFile } from '../../files/decode-text.ts';
import { hasReadableEnd, inOneStep, isBoundedTransition, type RuleParts } from './bounded-rule.ts';
import { calendarLines } from './calendar-lines.ts';

/** A property as jCal (RFC 7265) has it: its name, parameters, type and values. */
type Property = [string, Record<string, unknown>, string, ...unknown[]];
/** A part of a calendar as jCal has it: its name, properties and parts. */
type Part = [string, Property[], Part[]];

const texts = ['uid', 'summary', 'location', 'status', 'url'];
const moments = ['dtstart', 'dtend', 'recurrence-id'];
const lists = ['rdate', 'exdate'];
const offsets = ['tzoffsetfrom', 'tzoffsetto'];
const used = new Set([
  ...['begin', 'end', 'tzid', 'rrule', 'duration'],
  ...[...texts, ...moments, ...lists, ...offsets],
]);

/** A line of a calendar that says something is shorter; only lists of days come near. */
const longestLine = 20_000;
/** Days listed one by one, in a file. */
const mostListed = 20_000;
const mostZones = 100;
/** Events, alarms and all other parts of a file: more than fit into one that says something of each. */
const mostParts = 8_000;
/** Changes of clocks of all the time zones of a file: of 30 since 1601, which some programs write. */
const mostTransitions = 40_000;
const firstZoneYear = 1_600;
const lastYear = 2_199;

const refusal = (reason: 'not_a_calendar' | 'endless_calendar') =>
  new AltavozFailure({ code: 'file_refused', reason });

/** The lines of a file that say what is read of it; a line that is none is refused. */
function usedLines(bytes: Uint8Array): string {
  const kept: string[] = [];
  let parts = 0;
  for (const line of calendarLines(bytes)) {
    if (line.trim() === '') continue;
    const name = line.slice(0, 40).split(/[;:]/, 2);
    if (name.length < 2 && !/[;:]/.test(line)) throw refusal('not_a_calendar');
    const word = name[0]?.toLowerCase() ?? '';
    if (word === 'begin') parts += 1;
    if (parts > mostParts) throw refuseFile('too_many_rows', mostParts);
    if (used.has(word)) kept.push(line.slice(0, longestLine));
  }
  return kept.join('\r\n');
}

/** The calendars of a file, one after the other. */
function parse(bytes: Uint8Array): Part[] {
  try {
    const parsed = ICAL.parse(usedLines(bytes)) as unknown as Part | Part[];
    // One is given as it is, several as a list.
    const parts = typeof parsed[0] === 'string' ? [parsed as Part] : (parsed as Part[]);
    const calendars = parts.filter(([name]) => name === 'vcalendar');
    if (calendars.length > 0) return calendars;
  } catch (error) {
    // Whatever the library stumbles over, the file is no calendar that it can read.
    if (!(error instanceof Error) || error instanceof AltavozFailure) throw error;
  }
  throw refusal('not_a_calendar');
}

// A day that is not said to be one has the marks of an hour alone.
const momentPattern =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:T::|T([01]\d|2[0-4]):?([0-5]\d):?([0-6]\d)?(Z)?)?$/;

/** What the library made something else of by its type is not what was written. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const isEventDay = (day: string) => Day.safeParse(day).success;
const isZoneDay = (day: string) => {
  const year = Number(day.slice(0, 4));
  return year >= firstZoneYear && year <= lastYear && !Number.isNaN(Date.parse(day));
};

/**
 * A day, or an instant, by how it is written, also where it is said to be the other; of a time from
 * one instant to another, the first. Absent for what is none.
 */
function momentOf(value: unknown, isDay: (day: string) => boolean) {
  const found = momentPattern.exec(textOf(Array.isArray(value) ? value[0] : value));
  if (!found) return undefined;
  const [, year, month, date, hour, minute, second = '00', utc = ''] = found;
  const day = `${year}-${month}-${date}`;
  if (!isDay(day)) return undefined;
  return hour === undefined
    ? { type: 'date', value: day }
    : { type: 'date-time', value: `${day}T${hour}:${minute}:${second}${utc}` };
}

/** One property for each of some values that are moments. */
function momentProperties(
  [name, parameters, , ...values]: Property,
  isDay: (day: string) => boolean,
): Property[] {
  const kept: Record<string, unknown> = {};
  if (typeof parameters.tzid === 'string') kept.tzid = parameters.tzid;
  if (typeof parameters.range === 'string') kept.range = parameters.range;
  return values.flatMap((one): Property[] => {
    const read = momentOf(one, isDay);
    return read ? [[name, kept, read.type, read.value]] : [];
  });
}

/** Numbers that can be counted out. */
const durationPattern = /^[+-]?P(?=.)(\d{1,4}W)?(\d{1,4}D)?(T(\d{1,4}H)?(\d{1,6}M)?(\d{1,7}S)?)?$/;

const yearOf = (property: Property | undefined) => Number(textOf(property?.[3]).slice(0, 4));

/** A rule, or words in its place that are none where nobody knows when it ends. */
const readableRule = (rule: Property): Property => {
  const parts = rule[3] as RuleParts;
  return hasReadableEnd(parts)
    ? ['rrule', {}, 'recur', inOneStep(parts)]
    : ['rrule', {}, 'text', ''];
};

/** Bounds the calendars of one file, all together. */
class BoundedCalendars {
  #listed = 0;
  #zones = 0;
  #transitions = 0;

  read([name, , parts]: Part): Part {
    const zones = parts.filter(([part]) => part === 'vtimezone');
    this.#zones += zones.length;
    if (this.#zones > mostZones) throw refusal('endless_calendar');
    const events = parts.filter(([part]) => part === 'vevent');
    const bounded = [
      ...zones.flatMap((zone) => this.#zone(zone)),
      ...events.map((event) => this.#event(event)),
    ];
    return [name, [], bounded];
  }

  #count(listed: readonly Property[]): readonly Property[] {
    this.#listed += listed.length;
    if (this.#listed > mostListed) throw refusal('endless_calendar');
    return listed;
  }

  #event([part, properties]: Part): Part {
    const first = (name: string) => properties.find(([own]) => own === name);
    const said: Property[] = texts.flatMap((name): Property[] => {
      const [, , , value] = first(name) ?? [];
      return typeof value === 'string' ? [[name, {}, 'text', value]] : [];
    });
    const read = moments.flatMap((name) => {
      const found = first(name);
      return found ? momentProperties(found, isEventDay).slice(0, 1) : [];
    });
    const of = (name: string) => read.find(([own]) => own === name);
    const [start, end] = [of('dtstart'), of('dtend')];
    // Of an exception nobody knows to what, and of an end years away, nothing is told.
    const isLost = first('recurrence-id') !== undefined && of('recurrence-id') === undefined;
    const isFar = Math.abs(yearOf(end) - yearOf(start)) > 1;
    const kept = read.filter((one) => !(one === start && isLost) && !(one === end && isFar));
    const listed = properties.filter(([name]) => lists.includes(name));
    const days = listed.flatMap((list) => this.#count(momentProperties(list, isEventDay)));
    const length = first('duration');
    const rules = properties.filter(([name]) => name === 'rrule').map(readableRule);
    const isLength = length && durationPattern.test(textOf(length[3]));
    const lengths: Property[] = isLength ? [['duration', {}, 'duration', length[3]]] : [];
    return [part, [...said, ...kept, ...days, ...lengths, ...rules], []];
  }

  #zone([part, properties, parts]: Part): Part[] {
    const [, , , tzid] = properties.find(([name]) => name === 'tzid') ?? [];
    if (typeof tzid !== 'string') return [];
    const changes = parts.filter(([name]) => name === 'standard' || name === 'daylight');
    const bounded = changes.flatMap((change) => this.#transition(change));
    // Of a zone whose changes nobody can read, its name is what is known.
    if (bounded.length === 0) return [];
    return [[part, [['tzid', {}, 'text', tzid]], bounded]];
  }

  #transition([part, properties]: Part): Part[] {
    const first = (name: string) => properties.find(([own]) => own === name);
    const dtstart = first('dtstart');
    const [start] = dtstart ? momentProperties(dtstart, isZoneDay) : [];
    const shifts = offsets.flatMap((name): Property[] => {
      const [, , , value] = first(name) ?? [];
      const isOffset = /^[+-]\d\d:\d\d(:\d\d)?$/.test(textOf(value));
      return isOffset ? [[name, {}, 'utc-offset', value]] : [];
    });
    if (!start || shifts.length < offsets.length) return [];
    const rule = first('rrule');
    const dates = properties.filter(([name]) => name === 'rdate');
    const days = dates.flatMap((list) => this.#count(momentProperties(list, isZoneDay)));
    this.#transitions += days.length + (rule ? lastYear - yearOf(start) : 1);
    if (this.#transitions > mostTransitions) throw refusal('endless_calendar');
    if (rule && !isBoundedTransition(rule[3] as RuleParts)) throw refusal('endless_calendar');
    return [[part, [start, ...shifts, ...days, ...(rule ? [rule] : [])], []]];
  }
}

/**
 * Parses the calendars of an iCalendar file to what is read of them, and bounds that: of events what they say, when they
 * are and how they repeat; of time zones, their changes. What is said to be a day or an instant is what
 * it is written as; what is neither is left out.
 * @throws {AltavozFailure} `file_refused` for what is no calendar, or one that would be counted out
 * without end.
 */
export function parseCalendars(bytes: Uint8Array): ICAL.Component[] {
  const calendars = new BoundedCalendars();
  return parse(bytes).map((calendar) => {
    const bounded = calendars.read(calendar);
    const component = new ICAL.Component(
      bounded as ConstructorParameters<typeof ICAL.Component>[0],
    );
    coverZones(component);
    return component;
  });
}

/** Has each time zone count its changes once, up to the last year; not anew for each later event. */
function coverZones(calendar: ICAL.Component): void {
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    const tzid = String(component.getFirstPropertyValue('tzid'));
    const zone = calendar.getTimeZoneByID(tzid);
    if (zone) zone.utcOffset(new ICAL.Time({ year: lastYear, month: 12, day: 31 }, zone));
  }
}
