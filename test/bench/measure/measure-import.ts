import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportTaken } from '../programs/import-sheet.ts';
import { startProgram } from '../running-program.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What importing a spreadsheet of output took, and the floors beside it. */
export type MeasuredImport = ImportTaken;

async function importRows(programs: string, folder: string, rows: number): Promise<ImportTaken> {
  const place = join(folder, 'import');
  rmSync(place, { recursive: true, force: true });
  const [full, empty] = [join(place, 'full'), join(place, 'empty')];
  for (const dataDir of [full, empty]) mkdirSync(dataDir, { recursive: true });
  const file = join(place, 'piezas.xlsx');
  writeWorkbook(file, rows);
  const environment = { SHEET_FILE: file, DATA_DIR: full, EMPTY_DIR: empty };
  const program = startProgram(join(programs, 'import-sheet.js'), environment);
  try {
    return await program.answer<ImportTaken>();
  } finally {
    await program.stop();
    rmSync(place, { recursive: true, force: true });
  }
}

/** Imports spreadsheets of 20,000 and of 100,000 pieces, each in a process of its own. */
export async function measureImport(programs: string, folder: string): Promise<MeasuredImport[]> {
  return [await importRows(programs, folder, 20_000), await importRows(programs, folder, 100_000)];
}
