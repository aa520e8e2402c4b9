import { largestFileBytes } from '../../shared/imports/limits.ts';
import { decodeText, refuseFile } from './decode-text.ts';
import { type OpenedTable, readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
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

/**
 * Opens a file that somebody brings: a table of text or a workbook, whose headings tell what it is.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export async function openFile(bytes: Buffer): Promise<OpenedTable> {
  if (bytes.length === 0) throw refuseFile('empty');
  if (bytes.length > largestFileBytes) {
    throw refuseFile('too_large', largestFileBytes / 1024 / 1024);
  }
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refuseFile('old_workbook');
  if (otherBeginnings.some((start) => startsWith(bytes, ...start))) throw refuseFile('not_a_table');
  return readDelimited(decodeText(bytes));
}
