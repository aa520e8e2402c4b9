import type { TableRow } from '../../../shared/files/table.ts';
import { largestRateFileBytes, mostRateRows } from '../../../shared/press/rate-file.ts';
import { type RateHeadings, recogniseRates } from '../../../shared/press/rate-file-columns.ts';
import type { Asker } from '../../apart/readings.ts';
import { openTable } from '../../files/open-table.ts';

/** The table of a file of rates, and where its columns stand. */
export interface RateFileOpened {
  rows: TableRow[];
  recognised: RateHeadings;
}

/**
 * Opens a file of rates. Pure: the reader's.
 * @param file its bytes as base64.
 * @throws {AltavozFailure} `file_refused`.
 */
export function openRateFile(
  { content }: { content: string },
  { counted }: Pick<Asker, 'counted'>,
): Promise<RateFileOpened> {
  return openTable(Buffer.from(content, 'base64'), {
    recognise: recogniseRates,
    mostRows: mostRateRows,
    largestBytes: largestRateFileBytes,
    formulas: 'as_text',
    counted,
  });
}
