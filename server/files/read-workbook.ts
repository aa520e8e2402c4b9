import type { Cell, TableRow } from '../../shared/files/table.ts';
import { largestUnpackedBytes, mostSheetColumns } from '../../shared/imports/limits.ts';
import { refuseFile } from './decode-text.ts';
import type { FoundTable, TableReading } from './open-table.ts';
import { type KeptCell, type ParsedSheet, parseWorkbook } from './parse-workbook.ts';
import { TextRoom } from './text-room.ts';

/** A date of a workbook in the form of text, without its time where that is midnight. */
function dateText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function cellOf({ t, v }: KeptCell, room: TextRoom): Cell {
  if (t === 'e' || t === 'z') return '';
  if (typeof v === 'number') return v;
  if (v instanceof Date) return Number.isNaN(v.getTime()) ? '' : dateText(v);
  return typeof v === 'string' ? room.take(v) : String(v ?? '');
}

/** The rows of a sheet up to its last one, blank ones among them. */
function rowsOf(
  { kept }: ParsedSheet,
  { formulas, mostRows }: Pick<TableReading<unknown>, 'formulas' | 'mostRows'>,
  room: TextRoom,
): TableRow[] {
  const data = kept['!data'] ?? [];
  if (data.length > mostRows) throw refuseFile('too_many_rows', mostRows);
  return Array.from(data, (cells = [], at): TableRow => {
    // A file may say that a cell stands in the last of sixteen thousand columns.
    const read = Array.from(cells.slice(0, mostSheetColumns), (cell = {}) =>
      formulas === 'as_text' && cell.f !== undefined ? `=${cell.f}` : cellOf(cell, room),
    );
    return { line: at + 1, cells: read };
  });
}

/**
 * Reads the tables of a workbook. Formulas are not worked out: what the workbook shows is what
 * counts, where formulas count at all.
 * @throws {AltavozFailure} `file_refused`: no workbook, cut short, too large unpacked, too many rows or cells.
 */
export async function readWorkbook<Known>(
  bytes: Buffer,
  { recognise, part = (rows) => [rows], ...reading }: TableReading<Known>,
): Promise<FoundTable<Known>[]> {
  const sheets = await parseWorkbook(bytes, {
    largestUnpackedBytes,
    firstRows: reading.mostRows + 2,
    counted: reading.counted,
  });
  const room = new TextRoom(largestUnpackedBytes);
  return sheets.flatMap((sheet) =>
    part(rowsOf(sheet, reading, room)).map((rows) => ({
      name: sheet.name,
      rows,
      recognised: recognise(rows),
    })),
  );
}
