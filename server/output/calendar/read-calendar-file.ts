import ICAL from 'ical.js';
import { z } from 'zod';
import { addDays, Day } from '../../../shared/calendar/day.ts';
import { clockAt, instantOf, type ZonedClock } from '../../../shared/calendar/zoned-clock.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  CalendarFileEvent,
  CalendarReason,
} from '../../../shared/output/calendar/calendar.ts';
import { parseCalendar } from './bounded-calendar.ts';
import { isBoundedRule } from './bounded-rule.ts';

/** An event as the file tells it, before it is known whether it came in before. */
export type FileEvent = Omit<CalendarFileEvent, 'state'>;

interface Reading {
  /** The office's, IANA name. */
  timeZone: string;
  /** Repeated events are read up to this day. */
  until: Day;
}

const mostEvents = 2_000;
const mostTurns = 400;
/** An event repeats by one rule; some programs write a few. */
const mostRules = 4;

const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000);

function isZone(name: string): boolean {
  try {
    return Boolean(clockAt(new Date(0), name));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const two = (number: number) => String(number).padStart(2, '0');

function asWritten(time: ICAL.Time): ZonedClock {
  return {
    day: `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`,
    hour: `${two(time.hour)}:${two(time.minute)}`,
  };
}

/** What the office's clocks show at a time of the file; a time without a zone is the office's. */
function officeClock(time: ICAL.Time, zone: unknown, timeZone: string): ZonedClock {
  const written = asWritten(time);
  if (time.isDate) return written;
  if (time.zone !== ICAL.Timezone.localTimezone) return clockAt(time.toJSDate(), timeZone);
  const named = typeof zone === 'string' && isZone(zone) ? zone : timeZone;
  return clockAt(instantOf(written, named), timeZone);
}

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

function fileEvent(
  event: ICAL.Event,
  uid: string,
  { start, end }: { start: ICAL.Time; end: ICAL.Time | null },
  { timeZone }: Reading,
): FileEvent {
  const said = describe(event);
  const zone = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const from = officeClock(start, zone, timeZone);
  const to = end && officeClock(end, zone, timeZone);
  const isTimed = !start.isDate;
  const isSameDay = isTimed && to?.day === from.day && to.hour > from.hour;
  const isCancelled = event.component.getFirstPropertyValue('status') === 'CANCELLED';
  const day = Day.safeParse(from.day);
  let reason: CalendarReason | null = null;
  if (isCancelled) reason = 'cancelled';
  else if (!said.title) reason = 'no_title';
  else if (!day.success) reason = 'no_day';
  return {
    uid,
    ...said,
    day: day.success ? day.data : null,
    startsAt: isTimed ? from.hour : null,
    endsAt: isSameDay ? to.hour : null,
    reason,
  };
}

/** Each time that an event happens, up to the last day to read. */
function turnsOf(event: ICAL.Event, uid: string, reading: Reading): FileEvent[] {
  const once = { start: event.startDate, end: event.endDate };
  if (!event.isRecurring()) return [fileEvent(event, uid, once, reading)];
  const rules = event.component.getAllProperties('rrule');
  const isBounded = rules.every((rule) => isBoundedRule(rule.getFirstValue()));
  if (!isBounded || rules.length > mostRules) {
    const first = fileEvent(event, uid, once, reading);
    return [{ ...first, reason: first.reason ?? 'first_only' }];
  }
  const turns: FileEvent[] = [];
  const iterator = event.iterator();
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const start = iterator.next();
    if (!start || asWritten(start).day > reading.until) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(start);
    const times = { start: startDate, end: endDate };
    turns.push(fileEvent(item, `${uid}/${start.toString()}`, times, reading));
  }
  return turns;
}

function readOne(
  component: ICAL.Component,
  exceptions: ICAL.Component[],
  reading: Reading,
): FileEvent[] {
  const uid = uidOf(component);
  const event = new ICAL.Event(component, { exceptions });
  if (uid && component.hasProperty('dtstart')) {
    try {
      return turnsOf(event, uid, reading);
    } catch (error) {
      // What the library stumbles over is told as an event whose day cannot be read.
      if (!(error instanceof Error)) throw error;
    }
  }
  const none = { day: null, startsAt: null, endsAt: null };
  return [{ uid, ...describe(event), ...none, reason: 'no_day' }];
}

const uidOf = (component: ICAL.Component) => line(component.getFirstPropertyValue('uid'), 200);

const isException = (component: ICAL.Component) => component.hasProperty('recurrence-id');

/** The exceptions of each event, by its identifier. */
function exceptionsOf(all: readonly ICAL.Component[]): Map<string, ICAL.Component[]> {
  const byUid = new Map<string, ICAL.Component[]>();
  for (const exception of all.filter(isException)) {
    const uid = uidOf(exception);
    const known = byUid.get(uid);
    if (known) known.push(exception);
    else byUid.set(uid, [exception]);
  }
  return byUid;
}

/**
 * Reads the events of an iCalendar file as the office's clocks show them; those that repeat, each
 * time up to a year from today.
 * @throws {AltavozFailure} `file_refused` for what is no calendar, one with too many events, or one
 * that would be counted out without end.
 */
export function readCalendarFile(
  text: string,
  { timeZone, today }: { timeZone: string; today: Day },
): FileEvent[] {
  const all = parseCalendar(text).getAllSubcomponents('vevent');
  const reading = { timeZone, until: addDays(today, 366) };
  const exceptions = exceptionsOf(all);
  const events: FileEvent[] = [];
  for (const component of all) {
    if (isException(component)) continue;
    const uid = uidOf(component);
    events.push(...readOne(component, exceptions.get(uid) ?? [], reading));
    // They are of the first event of that identifier: the same twice in a file is one.
    exceptions.delete(uid);
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
  text,
  ...reading
}: {
  text: string;
  timeZone: string;
  today: Day;
}): { rows: FileEvent[] } {
  return { rows: readCalendarFile(text, reading) };
}
