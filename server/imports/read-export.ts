import { AltavozFailure } from '../../shared/failure.ts';
import { readFile } from '../../shared/imports/read-file.ts';
import type { FileNote, ReadItem, ReadRules } from '../../shared/imports/read-items.ts';
import { type Recognised, readSeriesTitle } from '../../shared/imports/recognise.ts';
import type { Asker } from '../apart/readings.ts';
import { openFile } from './open-file.ts';

/** An export of a network, or the office's own table of figures, as it was read. */
export interface ExportRead {
  recognised: Recognised;
  notes: FileNote[];
  rows: ReadItem[];
}

/** A series of something that is not kept, such as visits, has nothing to bring. */
function holdsNothingKept({ kind, title }: Recognised): boolean {
  return kind.id === 'meta_series' && readSeriesTitle(title)?.metric === null;
}

/**
 * Opens an export of a network and reads what its rows say. Pure: the reader's.
 * @throws {AltavozFailure} `file_refused`.
 */
export async function readExport(
  { content, rules }: { content: string; rules: ReadRules },
  { counted }: Pick<Asker, 'counted'>,
): Promise<ExportRead> {
  const { rows, recognised } = await openFile(Buffer.from(content, 'base64'), counted);
  if (holdsNothingKept(recognised)) {
    throw new AltavozFailure({ code: 'file_refused', reason: 'not_kept' });
  }
  const { items, notes } = readFile(rows, recognised, rules);
  return { recognised, notes, rows: items };
}
