import { largestFileBytes, mostRows } from '../../shared/imports/limits.ts';
import { type Recognised, recognise } from '../../shared/imports/recognise.ts';
import { type OpenedTable, openTable } from '../files/open-table.ts';

/**
 * Opens an export of a network, or the office's own table of figures.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export function openFile(
  bytes: Buffer,
  counted?: (pieces: number) => void,
): Promise<OpenedTable<Recognised>> {
  const largestBytes = largestFileBytes;
  return openTable(bytes, {
    counted,
    recognise,
    mostRows,
    largestBytes,
    formulas: 'shown',
    otherWorkbooks: false,
  });
}
