import type { CalendarAnswer } from '../../../shared/output/calendar/calendar.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';

/** One line of a day: an item, or a request that is due. */
export interface Entry {
  id: string;
  /** Absent for a request. */
  kind: KindId | null;
  title: string;
  hours: string | null;
  place: string | null;
}

/** What each day holds: the requests that are due, then the items by hour. */
export function entriesByDay({ items, due }: CalendarAnswer): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  const add = (day: string, entry: Entry) => days.set(day, [...(days.get(day) ?? []), entry]);
  for (const { id, title, dueDay } of due) {
    add(dueDay, { id, kind: null, title, hours: null, place: null });
  }
  for (const { id, kind, title, day, startsAt, endsAt, place } of items) {
    const hours = startsAt && endsAt ? `${startsAt}–${endsAt}` : startsAt;
    add(day, { id, kind, title, hours, place });
  }
  return days;
}
