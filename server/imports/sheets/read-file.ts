import { AltavozFailure } from '../../../shared/failure.ts';
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
import { openSheets, type SheetLimits } from '../../files/open-sheets.ts';
import { headingsOf } from './headings-of.ts';

/** Which sheet of a file is read, as what, and what was settled about it. */
export interface WantedRows {
  sheet: number;
  mended: readonly MendedCell[];
  target: SheetTarget;
  layout: SheetLayout;
  directory: Directory;
  answers: SheetAnswers;
  defaults: NonNullable<SheetSettled['defaults']>;
}

/** A file and what is wanted of it: its sheets as they stand, or the rows of one of them as records. */
export interface FileToRead {
  bytes: Uint8Array;
  limits: SheetLimits;
  wanted?: WantedRows;
}

/** What a sheet says besides its rows. */
export interface SheetFacts {
  sheet: Pick<Sheet, 'name' | 'isHidden' | 'formulas'>;
  headings: string;
  totals: PrintedTotal[];
  questions: SheetQuestion[];
}

/** The sheets of a file; or the records of one sheet, with what else it says. */
export type FileRead = { sheets: Sheet[] } | { facts: SheetFacts; rows: ReadSheetRow[] };

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

function readWanted(sheets: readonly Sheet[], wanted: WantedRows): FileRead {
  const { target, layout, directory, answers, defaults } = wanted;
  const sheet = mendSheet(sheetAt(sheets, wanted.sheet), wanted.mended);
  const read = readSheetRows(target, sheet, layout, directory, { answers, defaults });
  const { name, isHidden, formulas } = sheet;
  const facts = {
    sheet: { name, isHidden, formulas },
    headings: headingsOf(sheet),
    totals: addUpTotals(target, read),
    questions: read.questions,
  };
  return { facts, rows: read.rows };
}

/**
 * Opens a file and reads of it what is wanted. Pure but for opening: it runs in any thread.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a sheet that is not there.
 */
export async function readFile({ bytes, limits, wanted }: FileToRead): Promise<FileRead> {
  const { buffer, byteOffset, length } = bytes;
  const sheets = await openSheets(Buffer.from(buffer, byteOffset, length), limits);
  return wanted ? readWanted(sheets, wanted) : { sheets };
}
