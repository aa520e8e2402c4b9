import { cellText as plainText } from '../../files/table.ts';

/**
 * A cell of a sheet: text, a number, a flag, a day (with its time where it has one), or what the
 * workbook shows in place of a value that failed (`#REF!`), or the formula (`=A1*2`) that nothing worked out. An empty cell is an empty text.
 */
export type SheetCell = string | number | boolean | { day: string } | { error: string };

/** A row of a sheet and its line, counted from 1 as the program that made it does. */
export interface SheetRow {
  line: number;
  cells: SheetCell[];
}

/** Cells joined into one: lines and columns, the last ones included; columns count from 0. */
export interface MergedCells {
  fromLine: number;
  toLine: number;
  fromColumn: number;
  toColumn: number;
}

/** One sheet of a file that somebody brings. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  rows: SheetRow[];
  /** How many lines there are, where only the first ones were read. */
  lines?: number;
  merges: MergedCells[];
  /** Cells that a formula fills in; what counts is what the file shows of them. */
  formulas: number;
  /** Those of them that no program worked out: nobody knows what they would show. */
  unworked: number;
}

/** A cell as trimmed text. */
export function sheetText(cell: SheetCell | undefined): string {
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.error;
  return typeof cell === 'boolean' ? (cell ? 'sí' : 'no') : plainText(cell);
}

/** Whether nothing is said in a cell; a dash says nothing. */
export function isBlank(cell: SheetCell | undefined): boolean {
  return ['', '-', '--', '—', '–'].includes(sheetText(cell));
}

/** Whether a row says one thing alone, and that it is a note or where the table comes from: no row of it. */
export function isNote({ cells }: SheetRow): boolean {
  const [said = '', ...others] = cells.filter((cell) => !isBlank(cell));
  const note = /^(?:\s*\*|\W*(?:notas?|fuentes?|elabor(?:ó|ado|ada)|notes?|source)\b[^:]{0,40}:)/i;
  return others.length === 0 && typeof said === 'string' && note.test(said);
}
