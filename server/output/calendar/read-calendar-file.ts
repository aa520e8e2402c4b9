import ICAL from 'ical.js';
import { z } from 'zod';
import { addDays, Day } from '../../../shared/calendar/day.ts';
import { clockAt, instantOf, type ZonedClock } from '../../../shared/calendar/zoned-clock.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  CalendarFileEvent,
  CalendarReason,
} from '../../../shared/output/calendar/calendar.ts';
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
  if (!rules.every((rule) => isBoundedRule(rule.getFirstValue()))) {
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

function parse(text: string): ICAL.Component {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''));
    const component = new ICAL.Component(parsed as ConstructorParameters<typeof ICAL.Component>[0]);
    if (component.name === 'vcalendar') return component;
  } catch (error) {
    // Whatever the library stumbles over, the file is no calendar that it can read.
    if (!(error instanceof Error)) throw error;
  }
  throw new AltavozFailure({ code: 'file_refused', reason: 'not_a_calendar' });
}

function readOne(component: ICAL.Component, all: ICAL.Component[], reading: Reading): FileEvent[] {
  const uid = line(component.getFirstPropertyValue('uid'), 200);
  const start = component.getFirstPropertyValue('dtstart');
  const exceptions = all.filter(
    (other) => other.hasProperty('recurrence-id') && other.getFirstPropertyValue('uid') === uid,
  );
  const event = new ICAL.Event(component, { exceptions });
  if (uid && start instanceof ICAL.Time) return turnsOf(event, uid, reading);
  const none = { day: null, startsAt: null, endsAt: null };
  return [{ uid, ...describe(event), ...none, reason: 'no_day' }];
}

/**
 * Reads the events of an iCalendar file as the office's clocks show them; those that repeat, each
 * time up to a year from today.
 * @throws {AltavozFailure} `file_refused` for what is no calendar, or one with too many events.
 */
export function readCalendarFile(
  text: string,
  { timeZone, today }: { timeZone: string; today: Day },
): FileEvent[] {
  const all = parse(text).getAllSubcomponents('vevent');
  const reading = { timeZone, until: addDays(today, 366) };
  const events: FileEvent[] = [];
  for (const component of all) {
    if (component.hasProperty('recurrence-id')) continue;
    events.push(...readOne(component, all, reading));
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
