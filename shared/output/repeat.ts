import { z } from 'zod';
import { addDays, Day, monthOf } from '../calendar/day.ts';
import { addMonths } from '../calendar/month.ts';
import type { DetailField } from './detail-fields.ts';
import type { Details } from './kind.ts';
import type { OutputItemFields } from './schemas.ts';

/** How often something comes again. */
export const repeatSteps = ['week', 'two_weeks', 'month'] as const;
export type RepeatStep = (typeof repeatSteps)[number];

/** How something comes again, and the last day on which it may. */
export const Repeat = z.object({ every: z.enum(repeatSteps), until: Day });
export type Repeat = z.infer<typeof Repeat>;

/** So many days at most come of one series: every week of about four years. */
export const mostRepeats = 200;

const stepDays = { week: 7, two_weeks: 14 } as const;

/** The same day of a later month; nothing where that month has none, such as 30 February. */
function sameDayOf(day: Day, months: number): Day | undefined {
  const later = `${addMonths(monthOf(day), months)}-${day.slice(8)}`;
  return Day.safeParse(later).success ? later : undefined;
}

/**
 * The days of a series from its first one on, in order. Each month it comes on the same day of the
 * month; months that have no such day are left out.
 * @returns none where it ends before it begins; at most one more than `mostRepeats`.
 */
export function repeatDays(first: Day, { every, until }: Repeat): Day[] {
  const days: Day[] = [];
  for (let step = 0; days.length <= mostRepeats; step += 1) {
    const day = every === 'month' ? sameDayOf(first, step) : addDays(first, step * stepDays[every]);
    const month = addMonths(monthOf(first), every === 'month' ? step : 0);
    if ((day ?? `${month}-01`) > until) break;
    if (day !== undefined) days.push(day);
  }
  return days;
}

function repeatedDetail({ name, known, initial }: DetailField, details: Details, step: number) {
  const value = details[name] ?? initial;
  if (known === 'planned') return value;
  if (known === 'serial' && typeof value === 'number') return value + step;
  return initial;
}

/** The details of what comes again, by what its kind says of each. @param step how many later it comes. */
export function repeatedDetails(
  fields: readonly DetailField[],
  details: Details,
  step: number,
): Details {
  return Object.fromEntries(
    fields.map((field) => [field.name, repeatedDetail(field, details, step)]),
  );
}

/**
 * What comes again on another day: what was planned of it, never what happened. Its state is what its
 * day offers.
 * @param fields what its kind asks for. @param step how many later it comes, 1 for the next.
 */
export function repeatedItem(
  item: OutputItemFields,
  fields: readonly DetailField[],
  { day, step }: { day: Day; step: number },
): OutputItemFields {
  const { kind, title, startsAt, endsAt, departmentId, place, placeId, responsible } = item;
  const planned = { kind, title, startsAt, endsAt, departmentId, place, placeId, responsible };
  return {
    ...planned,
    day,
    details: repeatedDetails(fields, item.details, step),
    state: undefined,
    stateReason: null,
    seriesId: null,
    requestId: null,
    url: null,
    notes: null,
    evidenceIds: [],
  };
}
