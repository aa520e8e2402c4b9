import { convertCell } from '../../shared/imports/sheets/convert-cell.ts';
import type { Directory, SheetValue, TargetColumn } from '../../shared/imports/sheets/target.ts';
import type { GridRow } from './grid-rows.ts';

/** A column of the grid: how its cells are read, what stands over it and what it offers. */
export interface GridColumn extends Omit<TargetColumn, 'isMinor' | 'synonyms'> {
  label: string;
  /** In pixels. */
  width: number;
  /** What a cell may say, in words; any text where there are none. */
  options: readonly string[];
  /** Whether its texts may have lines; those of others become one. */
  hasLines?: boolean;
}

/** What a row says, by column, and the rules that its cells break. */
export interface ReadGridRow {
  values: Record<string, SheetValue>;
  broken: Record<string, string>;
}

const nobody: ReadonlyMap<string, string> = new Map();
const directory: Directory = {
  kind: nobody,
  department: nobody,
  outlet: nobody,
  place: nobody,
  page: nobody,
};

/** Reads a row as its columns ask; the day stands before the month, as people write it here. */
export function readGridRow(row: GridRow, columns: readonly GridColumn[]): ReadGridRow {
  const read: ReadGridRow = { values: {}, broken: {} };
  for (const column of columns) {
    const typed = (row[column.id] ?? '').trim();
    const text = column.hasLines
      ? typed
      : typed.replace(/\s+/g, (run) => (/[\r\n\t]/.test(run) ? ' ' : run));
    const target = { ...column, synonyms: [] };
    const reading = convertCell(text, target, directory, { dayOrder: 'day_first' });
    if ('rule' in reading) read.broken[column.id] = reading.rule;
    else if ('ask' in reading) read.broken[column.id] = 'other';
    else {
      read.values[column.id] = reading.value;
      if (column.isRequired && reading.value === null) read.broken[column.id] = 'required';
    }
  }
  return read;
}
