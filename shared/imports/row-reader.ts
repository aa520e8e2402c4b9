import { type Cell, cellText, foldHeading, type TableRow } from '../files/table.ts';
import type { ColumnName } from './file-kinds.ts';
import { type CountRefusal, readCount } from './read-count.ts';
import type { PageMark, ReadItem, ReadRules, RowRefusal } from './read-items.ts';
import { type DayOrder, type Moment, readMoment } from './read-moment.ts';
import type { Columns } from './recognise.ts';

/** One row that can be asked for its columns by name. */
export interface Row {
  line: number;
  cell(name: ColumnName): Cell | undefined;
  text(name: ColumnName): string;
}

/** Gives names to the cells of a row. */
export function namedRow({ line, cells }: TableRow, columns: Columns): Row {
  const cell = (name: ColumnName) => {
    const at = columns[name];
    return at === undefined ? undefined : cells[at];
  };
  return { line, cell, text: (name) => cellText(cell(name)) };
}

/** A row that is left out, and the words of it that are to blame. */
export function refuseRow({ line }: Row, reason: RowRefusal, said: string): ReadItem {
  return { makes: 'row', line, reason, said: said.slice(0, 200) };
}

/** Counts of several columns: those that are there, or the first that is none. */
export type CountsReading<Name extends ColumnName> =
  | { counts: Partial<Record<Name, number>> }
  | { refused: CountRefusal; said: string };

/** Reads the counts of a row; one cell that is no count spoils the row. */
export function readCounts<Name extends ColumnName>(
  row: Row,
  names: readonly Name[],
): CountsReading<Name> {
  const counts: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const reading = readCount(row.cell(name));
    if ('refused' in reading) return { refused: reading.refused, said: row.text(name) };
    if ('value' in reading) counts[name] = reading.value;
  }
  return { counts };
}

/** A day of a file, or why there is none. */
export function readDay(
  row: Row,
  name: ColumnName,
  rules: ReadRules & { order: DayOrder },
): { moment: Moment } | { item: ReadItem } {
  const said = row.text(name);
  const moment = readMoment(said, { order: rules.order, until: rules.fileDay });
  if (!moment) return { item: refuseRow(row, 'no_day', said) };
  if (moment.day > rules.today) return { item: refuseRow(row, 'day_to_come', said) };
  return { moment };
}

const totals = new Set([
  'total',
  'totals',
  'totales',
  'lifetime',
  'toda la duracion',
  'de por vida',
]);

/** Whether a cell says that its row adds others up. */
export function isTotal(cell: Cell | undefined): boolean {
  return totals.has(foldHeading(cell));
}

/** An identifier; nothing when it is missing or a spreadsheet cut its digits. */
export function readIdentifier(cell: Cell | undefined): string | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? String(cell) : null;
  const text = cellText(cell)
    .replace(/^[='"]+/, '')
    .replace(/(?<!["'])["']+$/, '');
  return text === '' || text.length > 200 || /^\d(?:[.,]\d+)?E\+\d+$/i.test(text) ? null : text;
}

/** How a row names its page. */
export function readPageMark(row: Row): PageMark | null {
  const externalId = readIdentifier(row.cell('page'));
  const handle = row.text('username').replace(/^@/, '') || null;
  const title = row.text('pageName') || null;
  return externalId || handle || title ? { externalId, handle, title } : null;
}
