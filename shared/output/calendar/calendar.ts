import { z } from 'zod';
import { Day, daysBetween } from '../../calendar/day.ts';
import { fileContent } from '../../files/file-content.ts';
import { KindId } from '../kind-id.ts';
import type { RequestState } from '../requests/request.ts';
import type { OutputState } from '../state.ts';

/** The kinds to show; none named is all of them. */
const kinds = z.array(KindId).max(60).default([]);

/** Which days of the calendar to show, both included; at most about two months. */
export const CalendarSpan = z
  .object({ from: Day, to: Day, kinds })
  .refine(({ from, to }) => from <= to, { error: 'period_reversed', path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) <= 62, {
    error: 'period_too_long',
    path: ['to'],
  });
export type CalendarSpan = z.infer<typeof CalendarSpan>;

/** An item as the calendar shows it. */
export interface CalendarItem {
  id: string;
  kind: KindId;
  title: string;
  day: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  state: OutputState;
}

/** A request on the day on which it is due. */
export interface CalendarDue {
  id: string;
  title: string;
  dueDay: string;
  state: RequestState;
}

/** What some days hold, by day and hour. */
export interface CalendarAnswer {
  items: CalendarItem[];
  due: CalendarDue[];
  /** How many items the days have in all; more than are listed when they are very many. */
  total: number;
}

/** The address at which a person's calendar program reads. */
export const CalendarAddressFields = z.object({ kinds });
export type CalendarAddressFields = z.infer<typeof CalendarAddressFields>;

/** A person's own address, without its secret, which nobody can read again. */
export interface CalendarAddress extends CalendarAddressFields {
  createdAt: string;
}

/** The address of somebody, as an administrator sees it. */
export interface CalendarAddressOf extends CalendarAddress {
  personId: string;
}

/** What a calendar file may be long: bytes. */
export const longestCalendarFile = 900_000;

/** A calendar file, its bytes as base64. */
export const CalendarFile = z.object({ content: fileContent(longestCalendarFile) });
export type CalendarFile = z.infer<typeof CalendarFile>;

/** Why an event of a calendar file is not brought in, or not whole. */
export type CalendarReason =
  | 'no_title'
  | 'no_day'
  | 'cancelled'
  | 'first_only'
  | 'last_read'
  | 'unknown_zone';

/** Why an event comes in, and is to be looked at. */
export const lookedAtReasons: readonly (CalendarReason | null)[] = [
  'first_only',
  'last_read',
  'unknown_zone',
];

/** An event of a calendar file as it would be logged. */
export interface CalendarFileEvent {
  uid: string;
  title: string;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  url: string | null;
  /** `known`: it came in before, or it is an item of this office. */
  state: 'new' | 'known' | 'wrong';
  reason: CalendarReason | null;
}
