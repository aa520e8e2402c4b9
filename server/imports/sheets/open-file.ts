import { AltavozFailure } from '../../../shared/failure.ts';
import {
  largestSheetFileBytes,
  largestUnpackedSheetBytes,
  mostSheetColumns,
  mostSheetRows,
} from '../../../shared/imports/limits.ts';
import type { MendedCell } from '../../../shared/imports/sheets/schemas.ts';
import type { Sheet } from '../../../shared/imports/sheets/sheet.ts';
import { openSheets } from '../../files/open-sheets.ts';
import { openSheetsAside } from '../../files/open-sheets-aside.ts';

/** Files up to so many bytes are open sooner than a thread for them would be. */
const openedHere = 200 * 1024;

const limits = {
  largestBytes: largestSheetFileBytes,
  largestUnpackedBytes: largestUnpackedSheetBytes,
  mostRows: mostSheetRows,
  mostColumns: mostSheetColumns,
};

/**
 * Opens a spreadsheet that somebody brings.
 * @param content its bytes as base64.
 * @param firstRows of a workbook, so many first lines are enough.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export function openSheetFile(content: string, firstRows?: number): Promise<Sheet[]> {
  const bytes = Buffer.from(content, 'base64');
  const own = firstRows === undefined ? limits : { ...limits, firstRows };
  return bytes.length > openedHere ? openSheetsAside(bytes, own) : openSheets(bytes, own);
}

/** The sheet at a place of its file. @throws {AltavozFailure} `invalid_input` where there is none. */
export function sheetAt(sheets: readonly Sheet[], at: number): Sheet {
  const sheet = sheets[at];
  if (sheet) return sheet;
  const field = { path: 'sheet', rule: 'unknown_sheet', facts: {} };
  throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

/** A sheet with the cells that somebody put right in place of those of the file. */
export function mendSheet(sheet: Sheet, mended: readonly MendedCell[]): Sheet {
  if (mended.length === 0) return sheet;
  const byLine = new Map<number, MendedCell[]>();
  for (const cell of mended) byLine.set(cell.line, [...(byLine.get(cell.line) ?? []), cell]);
  const rows = sheet.rows.map((row) => {
    const own = byLine.get(row.line) ?? [];
    if (own.length === 0) return row;
    const cells = [...row.cells];
    for (const { index, text } of own) {
      while (cells.length <= index) cells.push('');
      cells[index] = text;
    }
    return { ...row, cells };
  });
  return { ...sheet, rows };
}
