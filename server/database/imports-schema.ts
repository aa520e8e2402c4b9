export interface ImportRunTable {
  id: string;
  kind: string;
  /** `pending`, `written`, `undone` or `discarded`. */
  status: string;
  fileName: string;
  fileHash: string;
  searchText: string;
  createdAt: string;
  createdBy: string;
  /** Until then the preview can be agreed to. */
  expiresAt: string;
  writtenAt: string | null;
  writtenBy: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  fromDay: string | null;
  toDay: string | null;
  /** A JSON list. */
  pageIds: string;
  added: number;
  changed: number;
  same: number;
  conflicting: number;
  refused: number;
  /** Changes that an undoing left as they were, since somebody changed them later. */
  kept: number;
  /** A JSON list of what the person is to know of the file. */
  notes: string;
}

/** One row of a file, or one figure or post of it, and what it changes. */
export interface ImportChangeTable {
  runId: string;
  number: number;
  line: number;
  standing: string;
  /** `figure`, `post` or `row`. */
  makes: string;
  pageId: string | null;
  /** The metric of a figure, the identifier of a post. */
  subject: string | null;
  day: string | null;
  reason: string | null;
  said: string | null;
  before: string | null;
  after: string | null;
  others: string | null;
}

/** An import of one sheet of a spreadsheet of the office. */
export interface SheetImportTable {
  id: string;
  /** What its rows become. */
  target: string;
  /** `pending`, `written`, `undone` or `discarded`. */
  status: string;
  fileName: string;
  fileHash: string;
  sheetName: string;
  searchText: string;
  createdAt: string;
  createdBy: string;
  /** Until then the preview can be agreed to. */
  expiresAt: string;
  /** A JSON list of what the person is to know of the file. */
  notes: string;
  /** The totals that the sheet prints beside what its rows add up to, as a JSON list. */
  totals: string;
  /** The months that would count records and a total, as a JSON list. */
  bothCounted: string;
  /** What its outlets would do to the appearances that they have, as JSON; absent where nothing. */
  reach: string | null;
  /** The revisions of the areas that it was compared with. */
  revisions: string;
  writtenAt: string | null;
  writtenBy: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  added: number;
  changed: number;
  same: number;
  wrong: number;
  /** Records that an undoing left as they were, since somebody changed them later. */
  kept: number;
}

/** One record that a sheet says, and what it would change or changed. */
export interface SheetImportRowTable {
  importId: string;
  number: number;
  line: number;
  /** `new`, `changed`, `same` or `wrong`. */
  standing: string;
  /** What the cells say, by column, as JSON. */
  said: string;
  /** What is written, as JSON; absent where the row is wrong. */
  fields: string | null;
  /** A JSON list. */
  problems: string;
  recordId: string | null;
  /** The version that the preview saw; once written, the one that it left. */
  recordVersion: number | null;
  /** What the record was, as JSON; absent where it was not there. */
  before: string | null;
  /** How many records there were under the key of the row when it was previewed. */
  known: number;
}

/** How the columns of sheets with these headings were last understood. */
export interface SheetMappingTable {
  target: string;
  headings: string;
  layout: string;
  answers: string;
  updatedAt: string;
}

/** The tables of imported files. */
export interface ImportsTables {
  importRun: ImportRunTable;
  importChange: ImportChangeTable;
  sheetImport: SheetImportTable;
  sheetImportRow: SheetImportRowTable;
  sheetMapping: SheetMappingTable;
}
