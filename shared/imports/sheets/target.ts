/** What a column of a target holds, which says how its cells are read. */
export const columnTypes = [
  'text',
  'count',
  'money',
  'number',
  'percent',
  'day',
  'month',
  'year',
  'period',
  'hour',
  'flag',
  'choice',
  'kind',
  'department',
  'outlet',
  'place',
  'page',
] as const;
export type ColumnType = (typeof columnTypes)[number];

/** The columns whose cells name a record of the office. */
export type DirectoryName = Extract<
  ColumnType,
  'kind' | 'department' | 'outlet' | 'place' | 'page'
>;

/** A column that a target asks for. Synonyms and the words of choices are folded as headings are. */
export interface TargetColumn {
  id: string;
  type: ColumnType;
  isRequired: boolean;
  synonyms: readonly string[];
  /** The values of a choice, each with the words that people write for it. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** The words by which people say that none of the choices was made. */
  unchosen?: readonly string[];
  /** Parts of its name that say it where nothing says it better, such as `web` of `Página web`; folded. */
  hints?: readonly string[];
  /** How its cells are known to begin; folded. Where most of them do, the column is known whatever its heading. */
  members?: readonly string[];
  /** Whether a total of it is the sum of its rows, as that of counts and money is unless this says otherwise. */
  addsUp?: boolean;
  /** Whether a name that is written once stands for the rows below it that leave it blank. */
  goesOn?: boolean;
  /** A part of a record that its kind adds, such as `details.photos`: offered, never guessed first. */
  isMinor?: boolean;
}

/**
 * What the rows of a sheet become. A target may also be laid out across: one of its axes down the
 * first column, another along the headings, and its measures in the cells.
 */
export interface SheetTarget {
  id: string;
  columns: readonly TargetColumn[];
  cross?: { axes: readonly [string, string]; measures: readonly string[] };
  /** What the name of a sheet or a title over the headings says that makes it likely: one of these. */
  titles?: readonly string[];
  /** Whether the totals that the sheet prints are kept as well, as rows whose `isTotal` holds. */
  keepsTotals?: boolean;
}

/** One column of a sheet and where its cells go: nowhere where `to` is null. */
export interface MappedColumn {
  index: number;
  /** The headings over it, from the topmost. */
  heading: string;
  to: string | null;
  /** In a table laid out across, what of the axis along the headings this column is of. */
  member: string | null;
}

/** How a sheet is read as a target. */
export interface SheetLayout {
  shape: 'records' | 'cross';
  /** The lines of the headings; the rows after the last are read. */
  headingLines: number[];
  /** In a table laid out across, the axis that goes down, and its column. */
  down: { to: string; index: number } | null;
  columns: MappedColumn[];
}

/** The names of the office's records, folded as headings are, by what they name. */
export type Directory = Readonly<Record<DirectoryName, ReadonlyMap<string, string>>>;

/** What a person settled about a sheet that its cells leave open. */
export interface SheetAnswers {
  year?: number | undefined;
  dayOrder?: 'day_first' | 'month_first' | undefined;
  decimalMark?: 'comma' | 'point' | undefined;
  /** What days are that stand where months are expected: days within them, or months whose year became the day. */
  monthDays?: 'days' | 'years' | undefined;
}

/** What has to be asked before a sheet can be read, with cells that show why. */
export interface SheetQuestion {
  ask: keyof SheetAnswers;
  samples: string[];
}

/** The value of a cell as a record keeps it; decimals are exact text. */
export type SheetValue = string | number | boolean | null;

/** What is wrong with one cell, and what it says. */
export interface SheetProblem {
  column: string;
  rule: string;
  said: string;
  /** The column of the sheet, from 0, where the cell stands; absent where the sheet has none. */
  index: number | null;
}

/** One record that a sheet says, and what of it cannot be read. */
export interface ReadSheetRow {
  line: number;
  values: Record<string, SheetValue>;
  /** The cells as they were read, by column. */
  said: Record<string, string>;
  /** The columns whose figure was rounded by who wrote it. */
  rounded: string[];
  problems: SheetProblem[];
}
