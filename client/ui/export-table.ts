import type { NumberLocale } from '../../shared/numbers/locale.ts';
import type { TableColumn } from './table-column.ts';

/** A cell of a file: text, a number as a number, or nothing. */
export type ExportCell = string | number | null;

/** A table as a file holds it. */
export interface ExportTable {
  title: string;
  headers: string[];
  rows: ExportCell[][];
}

function isText(content: unknown): content is string | number {
  return typeof content === 'string' || typeof content === 'number';
}

function cellOf<Row>(column: TableColumn<Row>, row: Row): ExportCell {
  if (column.value) return column.value(row);
  const content = column.cell(row);
  return isText(content) ? content : (column.sortBy?.(row) ?? null);
}

/** Whether a column says anything outside the screen; one of buttons does not. */
function isWritable<Row>(column: TableColumn<Row>, rows: readonly Row[]): boolean {
  if (column.value || column.sortBy || rows.length === 0) return true;
  return rows.some((row) => typeof column.cell(row) !== 'object' || column.cell(row) === null);
}

/** The table as people see it: what is absent stays empty, and figures are numbers where the column gives them. */
export function composeExport<Row>(
  title: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): ExportTable {
  const written = columns.filter((column) => isWritable(column, rows));
  return {
    title,
    headers: written.flatMap(({ header, extras = [] }) => [
      header,
      ...extras.map((extra) => `${header}: ${extra.header}`),
    ]),
    rows: rows.map((row) =>
      written.flatMap((column) => [
        cellOf(column, row),
        ...(column.extras ?? []).map((extra) => extra.value(row)),
      ]),
    ),
  };
}

/** Spreadsheets take text that starts so for a formula, and run it. */
const formulaStart = /^[=+\-@\t\r]/;

function csvCell(cell: ExportCell, locale: NumberLocale): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    return locale === 'es-CO' ? String(cell).replace('.', ',') : String(cell);
  }
  return formulaStart.test(cell) ? `'${cell}` : cell;
}

/** Every cell as the text of a CSV: decimals as the locale writes them, and no text that a spreadsheet would run. */
export function csvCells(table: ExportTable, locale: NumberLocale): string[][] {
  return [table.headers, ...table.rows].map((row) => row.map((cell) => csvCell(cell, locale)));
}

/** A file's name from a title: `Páginas por red` is `paginas-por-red.csv`. */
export function exportName(title: string, extension: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${(words ?? ['altavoz']).join('-').slice(0, 80)}.${extension}`;
}
