import { csvLines, csvStart, type FileCell } from '../../shared/files/file-cell.ts';
import { workbookParts } from '../../shared/files/workbook-parts.ts';
import type { NumberLocale } from '../../shared/numbers/locale.ts';
import type { ExportTable } from './export-table.ts';
import { packArchive } from './pack-archive.ts';

/** What is said of a table beside it: whose it is, of when, with which filters. */
export interface AboutTable {
  /** The name of its sheet. */
  name: string;
  lines: (readonly [string, FileCell])[];
}

const widest = 60;

function widthsOf({ headers, rows }: ExportTable): number[] {
  const lengths = headers.map((header) => Math.max(header.length, 10));
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      if (typeof cell === 'string') lengths[at] = Math.max(lengths[at] ?? 0, cell.length);
    }
  }
  return lengths.map((length) => Math.min(widest, length + 2));
}

/**
 * A table as CSV: UTF-8 that spreadsheets recognise, with `;` where the comma writes decimals. Its first
 * line holds the headings and nothing goes before them, so that any program reads it as a table.
 */
export function writeCsv({ headers, rows, totals }: ExportTable, locale: NumberLocale): Blob {
  const lines = [headers, ...rows, ...(totals ? [totals] : [])];
  const text = csvLines(lines, locale === 'es-CO' ? ',' : '.');
  return new Blob([csvStart, text], { type: 'text/csv;charset=utf-8' });
}

async function* atOnce(rows: FileCell[][]) {
  yield rows;
}

/** A table as a workbook: its first sheet is the table alone, the second what is said of it. */
export async function writeXlsx(table: ExportTable, about?: AboutTable): Promise<Blob> {
  const { title, headers, rows, totals } = table;
  const widths = widthsOf(table);
  const content = { name: title, headers, rows: atOnce(rows), totals, widths, about };
  return new Blob(await packArchive(workbookParts(content)), {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
