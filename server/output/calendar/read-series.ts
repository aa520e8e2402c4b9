import ICAL from 'ical.js';
import type { Day } from '../../../shared/calendar/day.ts';
import { isBoundedRule } from './bounded-rule.ts';
import { asWritten, besides } from './calendar-zone.ts';

/** One time that an event happens. */
export interface Turn {
  /** The event, or what the file tells of this time alone. */
  item: ICAL.Event;
  start: ICAL.Time;
  end: ICAL.Time | null;
  /** When it would be by the rule of its event; absent for an event that does not repeat. */
  of: ICAL.Time | null;
  /** Whether it stands for more times, which are not understood, or is followed by too many. */
  note: 'first_only' | 'last_read' | null;
}

const mostTurns = 400;
/** An event repeats by one rule; some programs write a few. */
const mostRules = 4;

/** The zone that a time of an event names. */
export const zoneOf = (component: ICAL.Component, name = 'dtstart'): unknown =>
  component.getFirstProperty(name)?.getFirstParameter('tzid');

const exceptedTime = (exception: ICAL.Component) =>
  exception.getFirstPropertyValue('recurrence-id') as ICAL.Time;

/** The ways in which an exception may name a time. */
const namesOf = (time: ICAL.Time): string[] => [
  time.toString(),
  time.convertToZone(ICAL.Timezone.utcTimezone).toString(),
];

/** An event by itself. An exception alone is one too: of what repeats, the file tells nothing else. */
export function aloneOf(component: ICAL.Component): Turn {
  const item = new ICAL.Event(component, { exceptions: [] });
  const of = item.isRecurrenceException() ? exceptedTime(component) : null;
  const note = of !== null && item.modifiesFuture() ? 'first_only' : null;
  return { item, start: item.startDate, end: item.endDate, of, note };
}

function understands(component: ICAL.Component): boolean {
  const rules = component.getAllProperties('rrule');
  const isBounded = rules.every((rule) => isBoundedRule(rule.getFirstValue()));
  return isBounded && rules.length <= mostRules;
}

/** The times of an event that repeats, with the names of the times that were counted out. */
function countOut(event: ICAL.Event, until: Day): { turns: Turn[]; counted: Set<string> } {
  const turns: Turn[] = [];
  const counted = new Set<string>();
  const iterator = event.iterator();
  for (;;) {
    const of = iterator.next();
    if (!of || asWritten(of).day > until) break;
    const last = turns.at(-1);
    if (last && turns.length === mostTurns) {
      last.note = 'last_read';
      break;
    }
    const { item, startDate: start, endDate: end } = event.getOccurrenceDetails(of);
    turns.push({ item, start, end, of, note: null });
    for (const name of namesOf(of)) counted.add(name);
  }
  return { turns, counted };
}

/**
 * Each time that an event happens, up to a day, with what the file tells of single times of it; of
 * those that its rule does not come to, each by itself.
 */
export function readSeries(
  component: ICAL.Component,
  exceptions: ICAL.Component[],
  until: Day,
): Turn[] {
  const time = component.getFirstPropertyValue('dtstart') as ICAL.Time;
  for (const one of exceptions) {
    const named = besides({ time, zone: zoneOf(component) }, exceptedTime(one));
    one.updatePropertyWithValue('recurrence-id', named);
  }
  const event = new ICAL.Event(component, { exceptions });
  const isRepeated = event.isRecurring();
  const isCounted = isRepeated && understands(component);
  const { turns, counted } = isCounted
    ? countOut(event, until)
    : {
        turns: [{ ...aloneOf(component), note: isRepeated ? ('first_only' as const) : null }],
        counted: new Set(namesOf(time)),
      };
  const others = exceptions.filter((one) => !counted.has(exceptedTime(one).toString()));
  const near = others.map(aloneOf).filter(({ start }) => start && asWritten(start).day <= until);
  return [...turns, ...near];
}
