import type { RecordColumns } from './record-columns.ts';

/** What a department asks of the office; the items made for it name it in `requestId`. */
export interface OutputRequestTable extends RecordColumns {
  title: string;
  details: string | null;
  departmentId: string | null;
  requestedBy: string | null;
  kind: string | null;
  askedDay: string;
  dueDay: string | null;
  state: string;
}

/** The one address at which a person's calendar program reads; `kinds` is a JSON list, empty for all. */
export interface CalendarAddressTable {
  personId: string;
  secretHash: string;
  kinds: string;
  createdAt: string;
  /** Of the password under which it was made; it works only with that one. */
  credentialMark: string;
}

/** Which item an event of a calendar file became. */
export interface CalendarEventTable {
  uid: string;
  itemId: string;
}

export interface RequestsTables {
  outputRequest: OutputRequestTable;
  calendarAddress: CalendarAddressTable;
  calendarEvent: CalendarEventTable;
}
