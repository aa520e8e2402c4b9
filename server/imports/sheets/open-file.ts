import {
  largestSheetFileBytes,
  largestUnpackedSheetBytes,
  mostSheetColumns,
  mostSheetRows,
} from '../../../shared/imports/limits.ts';
import type { Sheet } from '../../../shared/imports/sheets/sheet.ts';
import type { ReadSheetRow } from '../../../shared/imports/sheets/target.ts';
import { readAside } from './read-aside.ts';
import { type FileToRead, readFile, type SheetFacts, type WantedRows } from './read-file.ts';

/** Files up to so many bytes are read sooner than a thread for them would be. */
const readHere = 200 * 1024;

const limits = {
  largestBytes: largestSheetFileBytes,
  largestUnpackedBytes: largestUnpackedSheetBytes,
  mostRows: mostSheetRows,
  mostColumns: mostSheetColumns,
};

const read = (asked: FileToRead) =>
  asked.bytes.length > readHere ? readAside(asked) : readFile(asked);

/**
 * Opens a spreadsheet that somebody brings.
 * @param content its bytes as base64.
 * @param firstRows of a workbook, so many first lines are enough.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export async function openSheetFile(content: string, firstRows: number): Promise<Sheet[]> {
  const bytes = Buffer.from(content, 'base64');
  const found = await read({ bytes, limits: { ...limits, firstRows } });
  return 'sheets' in found ? found.sheets : [];
}

/**
 * Reads the records of one sheet of a file that somebody brings.
 * @param content its bytes as base64.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a sheet that is not there.
 */
export async function readSheetFile(
  content: string,
  wanted: WantedRows,
): Promise<SheetFacts & { rows: ReadSheetRow[] }> {
  const found = await read({ bytes: Buffer.from(content, 'base64'), limits, wanted });
  if (!('facts' in found)) throw new Error('sheets were read where records were asked for');
  return { ...found.facts, rows: found.rows };
}
