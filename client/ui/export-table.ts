import { type FileCell, unitOf } from '../../shared/files/file-cell.ts';
import type { TableColumn } from './table-column.ts';

/** A table as a file holds it: all its rows, and what the screen adds up of them. */
export interface ExportTable {
  title: string;
  headers: string[];
  rows: FileCell[][];
  totals?: FileCell[] | undefined;
}

/** A column that only a file has. */
export interface FileColumn<Row> {
  header: string;
  value(row: Row): FileCell;
  /** What it says of the row of totals. */
  total?: FileCell;
}

interface Composed<Row> {
  title: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** Everything else that is on record of a row; a column in which no row says anything is left out. */
  more?: readonly FileColumn<Row>[] | undefined;
  /** What the row of totals is called. */
  totalWord: string;
}

function isText(content: unknown): content is string | number {
  return typeof content === 'string' || typeof content === 'number';
}

function cellOf<Row>(column: TableColumn<Row>, row: Row): FileCell {
  if (column.value) return column.value(row);
  const content = column.cell(row);
  return isText(content) ? content : (column.sortBy?.(row) ?? null);
}

/** Whether a column says anything outside the screen; one of buttons or marks does not. */
function isWritable<Row>(column: TableColumn<Row>, rows: readonly Row[]): boolean {
  if (column.isControl) return false;
  if (column.value || column.sortBy || rows.length === 0) return true;
  return rows.some((row) => typeof column.cell(row) !== 'object' || column.cell(row) === null);
}

interface Written {
  header: string;
  cells: FileCell[];
  total: FileCell;
}

function writtenColumns<Row>(column: TableColumn<Row>, rows: readonly Row[]): Written[] {
  const { header, footer, extras = [] } = column;
  const total = footer && 'value' in footer ? footer.value : null;
  return [
    { header, cells: rows.map((row) => cellOf(column, row)), total },
    ...extras.map((extra) => ({
      header: `${header}: ${extra.header}`,
      cells: rows.map((row) => extra.value(row)),
      total: extra.total ?? null,
    })),
  ];
}

function headingOf({ header, cells, total }: Written): string {
  const unit = unitOf([...cells, total]);
  return unit === undefined || header.includes(unit) ? header : `${header} (${unit})`;
}

/**
 * The table as a file holds it: what is absent stays empty, days are days and figures are numbers with
 * their unit in the heading, and the row of totals says what the foot of the table says.
 */
export function composeExport<Row>(composed: Composed<Row>): ExportTable {
  const { title, columns, rows, more = [], totalWord } = composed;
  const own = columns
    .filter((column) => isWritable(column, rows))
    .flatMap((column) => writtenColumns(column, rows));
  const further = more
    .map(({ header, value, total = null }): Written => ({ header, cells: rows.map(value), total }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
  const written = [...own, ...further];
  const hasTotals = own.some(({ total }) => total !== null);
  return {
    title,
    headers: written.map(headingOf),
    rows: rows.map((_, at) => written.map(({ cells }) => cells[at] ?? null)),
    totals: hasTotals ? written.map(({ total }, at) => (at === 0 ? totalWord : total)) : undefined,
  };
}
