import { createHash } from 'node:crypto';
import { csvLines, csvStart, daySerial, type FileCell } from '../../../shared/files/file-cell.ts';
import type { ClosedRow, ReviewedTally } from '../../../shared/press/review-rows.ts';
import { closedMonthColumns } from './closed-month-columns.ts';

interface ClosedFile {
  format: 'csv' | 'xlsx';
  sha256: string;
  bytes: Buffer;
}

/** Loads what writes workbooks: large, and needed by closings alone. */
export async function loadWorkbookWriter() {
  return import('@e965/xlsx');
}

type Writer = Awaited<ReturnType<typeof loadWorkbookWriter>>;

function cellsOf(rows: readonly ClosedRow[], tallies: readonly ReviewedTally[]): FileCell[][] {
  return [
    ...rows.map((row) => closedMonthColumns.map((column) => column.ofRow(row))),
    ...tallies.map((tally) => closedMonthColumns.map((column) => column.ofTally?.(tally) ?? null)),
  ];
}

const headers = closedMonthColumns.map(({ header }) => header);

function writeCsv(cells: readonly FileCell[][]): Buffer {
  return Buffer.from(csvStart + csvLines([headers, ...cells], ','));
}

function xlsxCell(cell: FileCell) {
  if (cell === null || typeof cell !== 'object' || !('day' in cell)) return cell;
  return { t: 'n', v: daySerial(cell.day), z: 'yyyy-mm-dd' };
}

function writeXlsx({ utils, write }: Writer, month: string, cells: readonly FileCell[][]) {
  const sheet = utils.aoa_to_sheet([headers, ...cells.map((row) => row.map(xlsxCell))]);
  sheet['!cols'] = headers.map((header) => ({ wch: Math.min(40, Math.max(12, header.length)) }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, month);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** The files of a month as it is closed: CSV that no spreadsheet runs, and a workbook of real numbers and days. */
export function writeClosedFiles(
  writer: Writer,
  month: string,
  rows: readonly ClosedRow[],
  tallies: readonly ReviewedTally[],
): ClosedFile[] {
  const cells = cellsOf(rows, tallies);
  const written = { csv: writeCsv(cells), xlsx: writeXlsx(writer, month, cells) };
  return (['csv', 'xlsx'] as const).map((format) => {
    const bytes = written[format];
    return { format, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}
