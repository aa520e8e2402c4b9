import ICAL from 'ical.js';
import { instantOf } from '../../../shared/calendar/zoned-clock.ts';
import type { OutputState } from '../../../shared/output/state.ts';

/** An item as a calendar program is told of it. */
export interface FeedItem {
  id: string;
  version: number;
  updatedAt: string;
  title: string;
  /** What it is, in words. */
  kindLabel: string;
  day: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  responsible: string | null;
  url: string | null;
  state: OutputState;
}

/** What stands of an item, as RFC 5545 says it: what is planned may still change. */
const statuses: Record<OutputState, string> = {
  planned: 'TENTATIVE',
  done: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

// Octets of a line, the space before what goes on not counted.
ICAL.foldLength = 74;

/** What the identifiers of this office's own events end in. */
export const ownUidEnd = '@altavoz';

function instantValue(instant: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(Math.floor(instant.getTime() / 1000) * 1000), true);
}

function addTimes(event: ICAL.Component, item: FeedItem, timeZone: string): void {
  const { day, startsAt, endsAt } = item;
  if (startsAt === null) {
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day));
    return;
  }
  const at = (hour: string) => instantValue(instantOf({ day, hour }, timeZone));
  event.addPropertyWithValue('dtstart', at(startsAt));
  if (endsAt !== null && endsAt > startsAt) event.addPropertyWithValue('dtend', at(endsAt));
}

function eventOf(item: FeedItem, timeZone: string): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', `${item.id}${ownUidEnd}`);
  event.addPropertyWithValue('dtstamp', instantValue(new Date(item.updatedAt)));
  event.addPropertyWithValue('last-modified', instantValue(new Date(item.updatedAt)));
  event.addPropertyWithValue('sequence', item.version - 1);
  addTimes(event, item, timeZone);
  const texts = {
    summary: item.title,
    location: item.place,
    description: item.responsible ? `${item.kindLabel}. ${item.responsible}` : item.kindLabel,
    categories: item.kindLabel,
    url: item.url,
    status: statuses[item.state],
  };
  for (const [name, text] of Object.entries(texts)) {
    if (text !== null) event.addPropertyWithValue(name, text);
  }
  return event;
}

/**
 * Writes items as an iCalendar file (RFC 5545). Hours are of the time zone given (IANA name) and
 * written as UTC, which every calendar program reads alike; an item without an hour lasts its day.
 */
export function writeCalendar(
  items: readonly FeedItem[],
  { name, timeZone }: { name: string; timeZone: string },
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Altavoz//Altavoz//ES');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('x-wr-timezone', timeZone);
  for (const item of items) calendar.addSubcomponent(eventOf(item, timeZone));
  return `${calendar.toString()}\r\n`;
}
