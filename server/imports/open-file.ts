import { largestFileBytes, mostRows } from '../../shared/imports/limits.ts';
import { partTables } from '../../shared/imports/part-tables.ts';
import { type Recognised, recognise } from '../../shared/imports/recognise.ts';
import { type FoundTable, openTables } from '../files/open-table.ts';

/**
 * Opens an export of a network with all of its tables, or the office's own table of figures.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export function openFile(
  bytes: Buffer,
  counted?: (pieces: number) => void,
): Promise<FoundTable<Recognised>[]> {
  const largestBytes = largestFileBytes;
  return openTables(bytes, {
    counted,
    recognise,
    part: partTables,
    mostRows,
    largestBytes,
    formulas: 'shown',
  });
}
