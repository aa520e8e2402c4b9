import { z } from 'zod';
import {
  CalendarAddressFields,
  CalendarFile,
  CalendarSpan,
} from '../../../shared/output/calendar/calendar.ts';
import { RecordId } from '../../../shared/records.ts';
import { countingBoth } from '../../http/asked-choices.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import {
  createCalendarAddress,
  listCalendarAddresses,
  readCalendarAddress,
  revokeCalendarAddress,
} from './calendar-address.ts';
import { importCalendar, previewCalendar } from './import-calendar.ts';
import { readCalendar } from './read-calendar.ts';

const administrators = allow(['admin']);
const offices = allow(['admin', 'coordinator']);

/** The calendar of what the office does, for people and for calendar programs. */
export const calendarProcedures = {
  readCalendar: allowEveryRole(['output'])
    .input(CalendarSpan)
    .query(({ ctx, input }) => readCalendar(ctx.database, input)),
  // Each person's own: the answer is not the same for all, so it is not kept.
  readCalendarAddress: allowEveryRole().query(({ ctx }) => readCalendarAddress(ctx)),
  createCalendarAddress: allowEveryRole()
    .input(CalendarAddressFields)
    .mutation(({ ctx, input }) => createCalendarAddress(ctx, input)),
  revokeCalendarAddress: allowEveryRole().mutation(({ ctx }) => revokeCalendarAddress(ctx)),
  // Who may sign in, and with which password, is no record of the output.
  listCalendarAddresses: administrators.query(({ ctx }) => listCalendarAddresses(ctx.database)),
  revokeCalendarAddressOf: administrators
    .input(z.object({ personId: RecordId }))
    .mutation(({ ctx, input }) => revokeCalendarAddress(ctx, input.personId)),
  previewCalendar: costly(offices, 'file')
    .input(CalendarFile)
    .mutation(({ ctx, input }) => previewCalendar(ctx, input.content)),
  importCalendar: countingBoth(costly(offices, 'file'))
    .input(CalendarFile)
    .mutation(({ ctx, input }) => importCalendar(ctx, input.content)),
};
