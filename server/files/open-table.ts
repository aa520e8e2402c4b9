import type { TableRow } from '../../shared/files/table.ts';
import { decodeText, refuseFile } from './decode-text.ts';
import { isTableName, openArchive } from './open-archive.ts';
import { readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';

/** What makes a table one that somebody asked for, and how much of it is let in. */
export interface TableReading<Known> {
  /** What the headings tell; `undefined` when they are not of this table. */
  recognise(rows: readonly TableRow[]): Known | undefined;
  /** Parts the rows of a text or sheet that holds several tables; all of them are one where it is absent. */
  part?: (rows: TableRow[]) => TableRow[][];
  mostRows: number;
  largestBytes: number;
  /** Takes a formula for what it shows, or as the text of the formula, after `=`. */
  formulas: 'shown' | 'as_text';
  /** Is told how many pieces there are to be read. */
  counted?: (pieces: number) => void;
}

/** A recognised table. */
export interface OpenedTable<Known> {
  rows: TableRow[];
  recognised: Known;
}

/** A table of a file, recognised or not, and the name of the file or sheet that it is in where that has one. */
export interface FoundTable<Known> {
  name: string;
  rows: TableRow[];
  recognised: Known | undefined;
}

/** Whether a file begins with some bytes. */
export const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, at) => bytes[at] === byte);

/** Beginnings of what is certainly no table: PDF, PNG, JPEG, GIF, gzip, programs. */
const otherBeginnings = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a],
];

/** Whether a file is certainly no table, by how it begins. */
export const isOtherContent = (bytes: Uint8Array) =>
  otherBeginnings.some((start) => startsWith(bytes, ...start));

function openText<Known>(
  bytes: Uint8Array,
  name: string,
  reading: TableReading<Known>,
): FoundTable<Known>[] {
  if (isOtherContent(bytes)) throw refuseFile('not_a_table');
  return readDelimited(decodeText(bytes), name, reading);
}

async function openAny<Known>(
  bytes: Buffer,
  reading: TableReading<Known>,
): Promise<FoundTable<Known>[]> {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return readWorkbook(bytes, reading);
  if (!startsWith(bytes, 0x50, 0x4b)) return openText(bytes, '', reading);
  const files = openArchive(bytes);
  if (files === undefined) return readWorkbook(bytes, reading);
  return files.flatMap(({ name, content }) =>
    isTableName(name)
      ? openText(content, name, reading)
      : [{ name, rows: [], recognised: undefined }],
  );
}

/**
 * Opens a file that somebody brings, with all of its tables: a text, a workbook or an archive of texts.
 * @returns the tables, of which one at least is recognised.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export async function openTables<Known>(
  bytes: Buffer,
  reading: TableReading<Known>,
): Promise<FoundTable<Known>[]> {
  const { largestBytes } = reading;
  if (bytes.length === 0) throw refuseFile('empty');
  if (bytes.length > largestBytes) throw refuseFile('too_large', largestBytes / 1024 / 1024);
  const tables = await openAny(bytes, reading);
  if (!tables.some(({ recognised }) => recognised !== undefined))
    throw refuseFile('not_recognised');
  return tables;
}

/**
 * Opens the first table of a file whose headings tell what it is.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export async function openTable<Known>(
  bytes: Buffer,
  reading: TableReading<Known>,
): Promise<OpenedTable<Known>> {
  for (const { rows, recognised } of await openTables(bytes, reading)) {
    if (recognised !== undefined) return { rows, recognised };
  }
  throw refuseFile('not_recognised');
}
