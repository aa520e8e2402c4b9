import type { OutletReach } from '../../press/outlet-reach.ts';
import type { ImportStatus } from '../schemas.ts';
import type { SheetStanding } from './schemas.ts';
import type {
  SheetAnswers,
  SheetLayout,
  SheetProblem,
  SheetQuestion,
  SheetTarget,
} from './target.ts';
import type { TargetId } from './targets/list-targets.ts';

/** A sheet of an opened file, enough of it to choose. */
export interface SheetSummary {
  name: string;
  isHidden: boolean;
  rows: number;
  formulas: number;
  /** Formulas without a result among the rows that were looked at. */
  unworked: number;
}

/** How a sheet would be read as a target, for somebody to agree or put right. */
export interface SheetPlan {
  sheets: SheetSummary[];
  sheet: number;
  target: SheetTarget;
  targetId: TargetId;
  layout: SheetLayout;
  answers: SheetAnswers;
  questions: SheetQuestion[];
  /** Whether the columns are those that were agreed to the last time. */
  isRemembered: boolean;
  /** The first rows as they stand in the file, titles included. */
  sample: { line: number; cells: string[] }[];
}

/** A total that a sheet prints, and what its rows add up to. */
export interface PrintedTotal {
  line: number;
  column: string;
  member: string | null;
  printed: number;
  added: number;
}

/** An import of a sheet: a preview that waits, or what was written and perhaps undone. */
export interface SheetImportRow {
  id: string;
  target: TargetId;
  status: ImportStatus;
  fileName: string;
  sheetName: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  writtenAt: string | null;
  writtenBy: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  added: number;
  changed: number;
  same: number;
  wrong: number;
  kept: number;
  notes: SheetNote[];
  /** Printed totals that are not what the rows add up to: shown, never repaired. */
  totals: PrintedTotal[];
  /** Months in which records and a total would both be counted: agreeing to it has to say so. */
  bothCounted: TotalBesideRecords[];
  /** What changed outlets would do to the appearances that they have: agreeing to it has to say so. */
  reach: OutletReach | null;
}

/** A month of a kind of output or a channel of free press that would hold records and a total. */
export interface TotalBesideRecords {
  month: string;
  kind: string;
  records: number;
  total: number;
}

/** What a person is to know of a sheet before agreeing. */
export const sheetNotes = ['read_before', 'has_formulas', 'is_hidden', 'places_as_text'] as const;
export type SheetNote = (typeof sheetNotes)[number];

/** One row of an import: what its cells say, what is wrong, what it changes. */
export interface SheetChange {
  number: number;
  line: number;
  standing: SheetStanding;
  said: Record<string, string>;
  problems: SheetProblem[];
  /** By column, what is stored now of what would change. */
  before: Record<string, string> | null;
  recordId: string | null;
}

/** What was asked, or the preview. */
export type SheetPreview =
  | { questions: SheetQuestion[]; import: null }
  | { questions: []; import: SheetImportRow };
