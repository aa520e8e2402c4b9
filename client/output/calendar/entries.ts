import type { CalendarAnswer } from '../../../shared/output/calendar/calendar.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { kindLabels } from '../../../shared/output/kind-labels.ts';
import type { OutputState } from '../../../shared/output/state.ts';

/** One line of a day: an item, or a request that is due. */
export interface Entry {
  id: string;
  /** Absent for a request. */
  kind: KindId | null;
  title: string;
  hours: string | null;
  place: string | null;
  /** Absent for a request. */
  state: OutputState | null;
}

const kindOrder = Object.keys(kindLabels);

/** Where an item without an hour stands in its day: as reports list the kinds, those of the office last. */
function placeInDay({ kind, hours }: Entry): number {
  if (kind === null || hours !== null) return -1;
  const at = kindOrder.indexOf(kind);
  return at < 0 ? kindOrder.length : at;
}

/**
 * What each day holds: the requests that are due, what has an hour, then the rest by kind. What
 * people have to go to is not left behind the day's pieces.
 */
export function entriesByDay({ items, due }: CalendarAnswer): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  const add = (day: string, entry: Entry) => days.set(day, [...(days.get(day) ?? []), entry]);
  for (const { id, title, dueDay } of due) {
    add(dueDay, { id, kind: null, title, hours: null, place: null, state: null });
  }
  for (const { id, kind, title, day, startsAt, endsAt, place, state } of items) {
    const hours = startsAt && endsAt ? `${startsAt}–${endsAt}` : startsAt;
    add(day, { id, kind, title, hours, place, state });
  }
  for (const entries of days.values())
    entries.sort((one, other) => placeInDay(one) - placeInDay(other));
  return days;
}
