import { AltavozFailure } from '../../../shared/failure.ts';
import {
  largestSheetFileBytes,
  largestUnpackedSheetBytes,
  mostSheetColumns,
  mostSheetRows,
} from '../../../shared/imports/limits.ts';
import { addUpTotals } from '../../../shared/imports/sheets/add-up-totals.ts';
import {
  readSheetRows,
  type SheetSettled,
} from '../../../shared/imports/sheets/read-sheet-rows.ts';
import type { PrintedTotal } from '../../../shared/imports/sheets/rows.ts';
import type { MendedCell } from '../../../shared/imports/sheets/schemas.ts';
import type { Sheet } from '../../../shared/imports/sheets/sheet.ts';
import type {
  Directory,
  ReadSheetRow,
  SheetAnswers,
  SheetLayout,
  SheetQuestion,
  SheetTarget,
} from '../../../shared/imports/sheets/target.ts';
import type { Asker } from '../../apart/readings.ts';
import { openSheets, type SheetLimits } from '../../files/open-sheets.ts';
import { headingsOf } from './headings-of.ts';

/** What of a spreadsheet of the office is let in. */
export const sheetLimits: SheetLimits = {
  largestBytes: largestSheetFileBytes,
  largestUnpackedBytes: largestUnpackedSheetBytes,
  mostRows: mostSheetRows,
  mostColumns: mostSheetColumns,
};

/** Which sheet of a file is read, as what, and what was settled about it. */
export interface WantedRows {
  /** The bytes of the file, as base64. */
  content: string;
  sheet: number;
  mended: readonly MendedCell[];
  target: SheetTarget;
  layout: SheetLayout;
  directory: Directory;
  answers: SheetAnswers;
  defaults: NonNullable<SheetSettled['defaults']>;
}

/** The records of a sheet, and what it says besides. */
export interface SheetRead {
  sheet: Pick<Sheet, 'name' | 'isHidden' | 'formulas'>;
  headings: string;
  totals: PrintedTotal[];
  questions: SheetQuestion[];
  rows: ReadSheetRow[];
}

/** The sheet at a place of its file. @throws {AltavozFailure} `invalid_input` where there is none. */
export function sheetAt(sheets: readonly Sheet[], at: number): Sheet {
  const sheet = sheets[at];
  if (sheet) return sheet;
  const field = { path: 'sheet', rule: 'unknown_sheet', facts: {} };
  throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

/** A sheet with the cells that somebody put right in place of those of the file. */
function mendSheet(sheet: Sheet, mended: readonly MendedCell[]): Sheet {
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

/**
 * Opens a spreadsheet and reads the records of one of its sheets. Pure: the reader's.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a sheet that is not there.
 */
export async function readSheetRecords(
  wanted: WantedRows,
  { counted }: Pick<Asker, 'counted'>,
): Promise<SheetRead> {
  const { content, target, layout, directory, answers, defaults } = wanted;
  const sheets = await openSheets(Buffer.from(content, 'base64'), { ...sheetLimits, counted });
  const sheet = mendSheet(sheetAt(sheets, wanted.sheet), wanted.mended);
  const read = readSheetRows(target, sheet, layout, directory, { answers, defaults });
  const { name, isHidden, formulas } = sheet;
  return {
    sheet: { name, isHidden, formulas },
    headings: headingsOf(sheet),
    totals: addUpTotals(target, read),
    questions: read.questions,
    rows: read.rows,
  };
}
