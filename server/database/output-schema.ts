import type { OutputState } from '../../shared/output/state.ts';
import type { Flag, RecordColumns } from './record-columns.ts';

export interface OutputItemTable extends RecordColumns {
  kind: string;
  day: string;
  month: string;
  title: string;
  departmentId: string | null;
  /** The place as written; `placeId` names one of the office's list. */
  place: string | null;
  placeId: string | null;
  responsible: string | null;
  /** `HH:MM` in the entity's time zone. */
  startsAt: string | null;
  endsAt: string | null;
  /** The same in every item of a repeated event. */
  seriesId: string | null;
  requestId: string | null;
  url: string | null;
  notes: string | null;
  details: string;
  state: OutputState;
  /** Why it was called off, where that was said. */
  stateReason: string | null;
}

export interface OutputTallyTable extends RecordColumns {
  month: string;
  kind: string;
  count: number;
  source: string;
  notes: string | null;
  /** That somebody chose to count it together with the records of its month and kind. */
  besideRecords: Flag;
}

/** Roll-up kept in the same transaction as the records it counts: those that are done. */
export interface OutputMonthTable {
  month: string;
  kind: string;
  source: 'records' | 'tally';
  count: number;
}

/** The same of records alone, by what else they say; `value` is empty where they say nothing. */
export interface OutputMonthByTable {
  dimension: 'department' | 'place' | 'responsible';
  month: string;
  kind: string;
  value: string;
  count: number;
}

/** What is planned or was called off, counted as `output_month_by` counts what is done. */
export interface OutputMonthStateTable extends OutputMonthByTable {
  state: Exclude<OutputState, 'done'>;
}

/** A kind that the office made for itself; `fields` is the JSON of `OwnField[]`. */
export interface OutputKindTable extends RecordColumns {
  labelOne: string;
  labelMany: string;
  fields: string;
  position: number;
  isActive: Flag;
}

/** A place where things happen, of the list that the office keeps. */
export interface PlaceTable extends RecordColumns {
  name: string;
  placeType: string;
}

/** Which files an item has, in order. */
export interface OutputEvidenceTable {
  itemId: string;
  position: number;
  evidenceId: string;
}

/** That one item came from another: a coverage from its event, a piece from a coverage. */
export interface OutputLinkTable {
  fromId: string;
  toId: string;
}

/** That a post of a page tells of an item. */
export interface OutputPostTable {
  itemId: string;
  pageId: string;
  externalId: string;
}

/** What was promised at a meeting with residents. */
export interface CommitmentTable extends RecordColumns {
  meetingId: string;
  text: string;
  departmentId: string | null;
  dueDay: string | null;
  state: string;
  notes: string | null;
}

/** A confirmation of a month's output, or its reopening: never changed. */
export interface OutputConfirmationTable {
  id: string;
  month: string;
  revision: number;
  action: 'confirm' | 'reopen';
  at: string;
  actorId: string | null;
  actorName: string;
  reason: string | null;
  /** JSON of `ProductionOfKind[]`; absent in a reopening. */
  frozen: string | null;
}

export interface OutputTables {
  outputConfirmation: OutputConfirmationTable;
  commitment: CommitmentTable;
  outputItem: OutputItemTable;
  outputTally: OutputTallyTable;
  outputMonth: OutputMonthTable;
  outputMonthBy: OutputMonthByTable;
  outputMonthState: OutputMonthStateTable;
  outputKind: OutputKindTable;
  place: PlaceTable;
  outputEvidence: OutputEvidenceTable;
  outputLink: OutputLinkTable;
  outputPost: OutputPostTable;
}
