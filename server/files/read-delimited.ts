import type { TableRow } from '../../shared/files/table.ts';
import type { FoundTable, TableReading } from './open-table.ts';
import { parseDelimited, sampleRows, takeSeparator } from './parse-delimited.ts';

const delimiters = [',', ';', '\t', '|'];
/** A table that is recognised may come after others, of audiences for instance. */
const rowsLookedAt = 200;

/**
 * Reads the tables of a text with the separator under which the headings of one are recognised.
 * @throws {AltavozFailure} `file_refused`: cut inside a quoted cell, too many rows or cells.
 */
export function readDelimited<Known>(
  whole: string,
  name: string,
  { recognise, part = (rows) => [rows], ...limits }: TableReading<Known>,
): FoundTable<Known>[] {
  const { announced, text } = takeSeparator(whole);
  const candidates = announced === undefined ? delimiters : [announced, ...delimiters];
  const delimiter = candidates.find((one) => {
    const first = sampleRows(text, one, rowsLookedAt).map(
      (cells, at): TableRow => ({ line: at + 1, cells }),
    );
    return part(first).some((rows) => recognise(rows) !== undefined);
  });
  if (delimiter === undefined) return [{ name, rows: [], recognised: undefined }];
  const rows = parseDelimited(text, delimiter, announced === undefined ? 1 : 2, limits);
  return part(rows).map((some) => ({ name, rows: some, recognised: recognise(some) }));
}
