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

/** The tables of imported files. */
export interface ImportsTables {
  importRun: ImportRunTable;
  importChange: ImportChangeTable;
}
