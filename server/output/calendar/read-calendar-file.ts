import ICAL from 'ical.js';
import { z } from 'zod';
import { addDays, Day } from '../../../shared/calendar/day.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  CalendarFileEvent,
  CalendarReason,
} from '../../../shared/output/calendar/calendar.ts';
import { parseCalendars } from './bounded-calendar.ts';
import { isOfUnknownZone, officeClock } from './calendar-zone.ts';
import { aloneOf, readSeries, type Turn, zoneOf } from './read-series.ts';

/** An event as the file tells it, before it is known whether it came in before. */
export type FileEvent = Omit<CalendarFileEvent, 'state'>;

interface Reading {
  /** The office's, IANA name. */
  timeZone: string;
  /** Repeated events are read up to this day. */
  until: Day;
}

const mostEvents = 2_000;

const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000);

const line = (text: unknown, most: number) =>
  String(text ?? '')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .trim();

function describe(event: ICAL.Event): Pick<FileEvent, 'title' | 'place' | 'url'> {
  const url = WebAddress.safeParse(String(event.component.getFirstPropertyValue('url') ?? ''));
  return {
    title: line(event.summary, 300),
    place: line(event.location, 200) || null,
    url: url.success ? url.data : null,
  };
}

/** Why one time of an event does not come in, or is to be looked at. */
function reasonOf({ item, start, note }: Turn, title: string, day: string): CalendarReason | null {
  if (item.component.getFirstPropertyValue('status') === 'CANCELLED') return 'cancelled';
  if (!title) return 'no_title';
  if (!Day.safeParse(day).success) return 'no_day';
  if (note) return note;
  return isOfUnknownZone({ time: start, zone: zoneOf(item.component) }) ? 'unknown_zone' : null;
}

function fileEvent(turn: Turn, uid: string, { timeZone }: Reading): FileEvent {
  const { item, start, end, of } = turn;
  const said = describe(item);
  const zone = zoneOf(item.component);
  const from = officeClock({ time: start, zone }, timeZone);
  // The ends of what repeats are counted from its beginnings, in their zone.
  const endZone = item.isRecurring() ? zone : (zoneOf(item.component, 'dtend') ?? zone);
  const to = end && officeClock({ time: end, zone: endZone }, timeZone);
  const isTimed = !start.isDate;
  const isSameDay = isTimed && to?.day === from.day && to.hour > from.hour;
  return {
    uid: of === null ? uid : `${uid}/${of.toString()}`,
    ...said,
    day: Day.safeParse(from.day).success ? from.day : null,
    startsAt: isTimed ? from.hour : null,
    endsAt: isSameDay ? to.hour : null,
    reason: reasonOf(turn, said.title, from.day),
  };
}

const uidOf = (component: ICAL.Component) => line(component.getFirstPropertyValue('uid'), 200);

function readOne(
  component: ICAL.Component,
  exceptions: ICAL.Component[],
  reading: Reading,
): FileEvent[] {
  const uid = uidOf(component);
  if (uid && component.hasProperty('dtstart')) {
    try {
      const turns = isException(component)
        ? [aloneOf(component)]
        : readSeries(component, exceptions, reading.until);
      return turns.map((turn) => fileEvent(turn, uid, reading));
    } catch (error) {
      // What the library stumbles over is told as an event whose day cannot be read.
      if (!(error instanceof Error)) throw error;
    }
  }
  const none = { day: null, startsAt: null, endsAt: null };
  return [{ uid, ...describe(new ICAL.Event(component)), ...none, reason: 'no_day' }];
}

const isException = (component: ICAL.Component) => component.hasProperty('recurrence-id');

/** The exceptions of each event that a file has, by its identifier. */
function exceptionsOf(all: readonly ICAL.Component[]): Map<string, ICAL.Component[]> {
  const events = all.filter((one) => !isException(one));
  const byUid = new Map(events.map((event) => [uidOf(event), [] as ICAL.Component[]]));
  for (const exception of all.filter(isException)) byUid.get(uidOf(exception))?.push(exception);
  return byUid;
}

/**
 * Reads the events of an iCalendar file as the office's clocks show them; those that repeat, each
 * time up to a year from today.
 * @throws {AltavozFailure} `file_refused` for what is no calendar, one with too many events, or one
 * that would be counted out without end.
 */
export function readCalendarFile(
  bytes: Uint8Array,
  { timeZone, today }: { timeZone: string; today: Day },
): FileEvent[] {
  const all = parseCalendars(bytes).flatMap((one) => one.getAllSubcomponents('vevent'));
  const reading = { timeZone, until: addDays(today, 366) };
  const exceptions = exceptionsOf(all);
  const events: FileEvent[] = [];
  for (const component of all) {
    const uid = uidOf(component);
    if (isException(component) && exceptions.has(uid)) continue;
    events.push(...readOne(component, exceptions.get(uid) ?? [], reading));
    // They are of the first event of that identifier: the same twice in a file is one.
    if (exceptions.has(uid)) exceptions.set(uid, []);
    if (events.length > mostEvents) {
      throw new AltavozFailure({
        code: 'file_refused',
        reason: 'too_many_rows',
        limit: mostEvents,
      });
    }
  }
  return events;
}

/** Reads the events of an iCalendar file, as the reader gives them. @throws {AltavozFailure} `file_refused`. */
export function readCalendarRows({
  content,
  ...reading
}: {
  /** The bytes of the file, as base64. */
  content: string;
  timeZone: string;
  today: Day;
}): { rows: FileEvent[] } {
  return { rows: readCalendarFile(Buffer.from(content, 'base64'), reading) };
}
