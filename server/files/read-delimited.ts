import { refuseFile } from './decode-text.ts';
import type { OpenedTable, TableReading } from './open-table.ts';
import { parseDelimited, sampleRows, takeSeparator } from './parse-delimited.ts';

const delimiters = [',', ';', '\t', '|'];
const rowsLookedAt = 25;

/**
 * Reads a table of text with the separator under which its headings are recognised.
 * @throws {AltavozFailure} `file_refused`: not recognised, cut inside a quoted cell, too many rows or cells.
 */
export function readDelimited<Known>(
  whole: string,
  { recognise, ...limits }: TableReading<Known>,
): OpenedTable<Known> {
  const { announced, text } = takeSeparator(whole);
  const candidates = announced === undefined ? delimiters : [announced, ...delimiters];
  const delimiter = candidates.find((one) => {
    const first = sampleRows(text, one, rowsLookedAt);
    return recognise(first.map((cells, at) => ({ line: at + 1, cells }))) !== undefined;
  });
  if (delimiter === undefined) throw refuseFile('not_recognised');
  const rows = parseDelimited(text, delimiter, announced === undefined ? 1 : 2, limits);
  const recognised = recognise(rows);
  if (!recognised) throw refuseFile('not_recognised');
  return { rows, recognised };
}
