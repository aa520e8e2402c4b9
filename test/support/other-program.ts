import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read, utils } from '@e965/xlsx';
import papaparse from 'papaparse';

/** The first sheet of a file as another program reads it: text as it is, figures with a point, days as `YYYY-MM-DD`. */
export type Opened = string[][];

function findOffice(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['soffice', 'libreoffice']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

const parse = (text: string): Opened =>
  papaparse.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',', skipEmptyLines: true })
    .data;

/** Comma, quotes, UTF-8; figures as they are kept and not as they are shown; the first sheet alone. */
const asText = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,1';

function openWithOffice(office: string, files: readonly string[]): Map<string, Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'altavoz-opened-'));
  const profile = pathToFileURL(join(folder, 'profile')).href;
  execFileSync(
    office,
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      asText,
      '--outdir',
      folder,
      ...files,
    ],
    { stdio: 'ignore', timeout: 240_000 },
  );
  const opened = new Map<string, Opened>();
  for (const file of files) {
    const stem = basename(file).replace(/\.[a-z]+$/, '');
    const made = readdirSync(folder).find((name) => name.startsWith(stem) && name.endsWith('.csv'));
    if (made) opened.set(file, parse(readFileSync(join(folder, made), 'utf8')));
  }
  return opened;
}

function openWithParser(file: string): Opened {
  const book = read(readFileSync(file), { cellDates: true, UTC: true });
  const [first = ''] = book.SheetNames;
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[first] ?? {}, {
    header: 1,
    blankrows: false,
  });
  return rows.map((row) =>
    Array.from(row, (cell) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''),
    ),
  );
}

/** Opens workbooks with LibreOffice where the machine has it, and otherwise with a parser that is not ours. */
export function openWorkbooks(files: readonly string[]): Map<string, Opened> {
  const office = findOffice();
  if (office !== undefined) return openWithOffice(office, files);
  return new Map(files.map((file) => [file, openWithParser(file)]));
}
