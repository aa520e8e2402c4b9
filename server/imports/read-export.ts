import { AltavozFailure } from '../../shared/failure.ts';
import type { FileNote, ReadItem, ReadRules } from '../../shared/imports/read-items.ts';
import { readTables } from '../../shared/imports/read-tables.ts';
import type { Recognised } from '../../shared/imports/recognise.ts';
import type { Asker } from '../apart/readings.ts';
import { openFile } from './open-file.ts';

/** An export of a network, or the office's own table of figures, as it was read. */
export interface ExportRead {
  recognised: Recognised;
  notes: FileNote[];
  /** How the tables are called that were read, where there are several. */
  tables: string[];
  rows: ReadItem[];
}

/**
 * Opens an export of a network and reads what its tables say. Pure: the reader's.
 * @throws {AltavozFailure} `file_refused`.
 */
export async function readExport(
  { content, rules }: { content: string; rules: ReadRules },
  { counted }: Pick<Asker, 'counted'>,
): Promise<ExportRead> {
  const read = readTables(await openFile(Buffer.from(content, 'base64'), counted), rules);
  if (!read) throw new AltavozFailure({ code: 'file_refused', reason: 'not_kept' });
  const { recognised, notes, items } = read;
  return { recognised, notes, tables: read.read, rows: items };
}
