import { refuseFile } from './decode-text.ts';
import { inspectArchive } from './inspect-archive.ts';

/** A file of an archive, unpacked. */
export interface ArchivedFile {
  name: string;
  content: Buffer;
}

/** Whether a file is a table of text, by its name. */
export const isTableName = (name: string) => /\.(?:csv|tsv)$/i.test(name);

/** What makes an archive a workbook. */
const workbookParts = ['[Content_Types].xml', 'content.xml', 'xl/workbook.'];

/** Folders, and what systems leave in an archive unasked. */
const isNoFile = (name: string) => /\/$|(?:^|\/)(?:__MACOSX\/|\.)/.test(name);

/**
 * Opens an archive in which networks pack several tables.
 * @returns its files; `undefined` where the archive is a workbook.
 * @throws {AltavozFailure} `file_refused`: no table in it, cut short, too large unpacked.
 */
export function openArchive(bytes: Buffer): ArchivedFile[] | undefined {
  if (workbookParts.some((part) => bytes.includes(part))) return undefined;
  const files: ArchivedFile[] = [];
  inspectArchive(bytes, undefined, (name, content) => {
    if (!isNoFile(name)) files.push({ name, content });
  });
  if (!files.some(({ name }) => isTableName(name))) throw refuseFile('not_a_table');
  return files;
}
