import { createHash } from 'node:crypto';
import { csvLines, csvStart, daySerial, type FileCell } from '../../../shared/files/file-cell.ts';
import type { ClosedRow } from '../../../shared/press/review-rows.ts';
import { closedMonthColumns } from './closed-month-columns.ts';
import { closedMonthFacts, type SignedClosing } from './closed-month-facts.ts';
import type { FrozenReview } from './review-month.ts';

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

/** The appearances, then the monthly totals, then what they add up to. */
function cellsOf(rows: readonly ClosedRow[], { tallies, summary }: FrozenReview): FileCell[][] {
  return [
    ...rows.map((row) => closedMonthColumns.map((column) => column.ofRow(row))),
    ...tallies.map((tally) => closedMonthColumns.map((column) => column.ofTally?.(tally) ?? null)),
    closedMonthColumns.map((column) => column.ofTotal?.(summary.totals) ?? null),
  ];
}

const headers = closedMonthColumns.map(({ header }) => header);

interface Content {
  month: string;
  cells: readonly FileCell[][];
  facts: readonly FileCell[][];
}

/** The table first, so that any program reads it; what the closing says of itself is under it. */
function writeCsv({ cells, facts }: Content): Buffer {
  return Buffer.from(csvStart + csvLines([headers, ...cells, [], ...facts], ','));
}

function xlsxCell(cell: FileCell) {
  if (cell === null || typeof cell !== 'object' || !('day' in cell)) return cell;
  return { t: 'n', v: daySerial(cell.day), z: 'yyyy-mm-dd' };
}

function writeXlsx({ utils, write }: Writer, { month, cells, facts }: Content) {
  const sheet = utils.aoa_to_sheet([headers, ...cells.map((row) => row.map(xlsxCell))]);
  sheet['!cols'] = headers.map((header) => ({ wch: Math.min(40, Math.max(12, header.length)) }));
  const act = utils.aoa_to_sheet(facts.map((row) => row.map(xlsxCell)));
  act['!cols'] = [{ wch: 56 }, ...Array.from({ length: 4 }, () => ({ wch: 18 }))];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, month);
  utils.book_append_sheet(book, act, 'Cierre');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/**
 * The files of a month as it is closed: CSV that no spreadsheet runs, and a workbook of real numbers and
 * days. Both add up to what was approved, and say who signed it.
 */
export function writeClosedFiles(
  writer: Writer,
  signed: SignedClosing,
  rows: readonly ClosedRow[],
  frozen: FrozenReview,
): ClosedFile[] {
  const cells = cellsOf(rows, frozen);
  const content = { month: signed.month, cells, facts: closedMonthFacts(signed, frozen) };
  const written = { csv: writeCsv(content), xlsx: writeXlsx(writer, content) };
  return (['csv', 'xlsx'] as const).map((format) => {
    const bytes = written[format];
    return { format, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}
