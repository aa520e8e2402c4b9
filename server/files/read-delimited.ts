import Papa from 'papaparse';
import { withoutGuard } from '../../shared/files/file-cell.ts';
import type { TableRow } from '../../shared/files/table.ts';
import { refuseFile } from './decode-text.ts';
import type { OpenedTable, TableReading } from './open-table.ts';

const delimiters = [',', ';', '\t', '|'];
const sampleRows = 25;

/** The separator that a first line such as `sep=;` announces, and the text after it. */
function takeSeparator(text: string): { delimiter: string | undefined; text: string } {
  const found = /^"?sep=(.)"?\n/i.exec(text);
  return found
    ? { delimiter: found[1], text: text.slice(found[0].length) }
    : { delimiter: undefined, text };
}

function parse(text: string, delimiter: string, preview: number) {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });
}

/** Gives each row the line on which it begins; quoted cells may hold line breaks. */
function numbered(records: readonly string[][], firstLine: number): TableRow[] {
  let line = firstLine;
  return records.map((cells) => {
    const row = { line, cells: cells.map(withoutGuard) };
    line += 1;
    for (const cell of cells) {
      for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) line += 1;
    }
    return row;
  });
}

/**
 * Reads a table of text with the separator under which its headings are recognised.
 * @throws {AltavozFailure} `file_refused`: not recognised, cut inside a quoted cell, too many rows.
 */
export function readDelimited<Known>(
  whole: string,
  { recognise, mostRows }: TableReading<Known>,
): OpenedTable<Known> {
  const { delimiter: announced, text } = takeSeparator(whole);
  const candidates = announced === undefined ? delimiters : [announced, ...delimiters];
  const delimiter = candidates.find(
    (one) => recognise(numbered(parse(text, one, sampleRows).data, 1)) !== undefined,
  );
  if (delimiter === undefined) throw refuseFile('not_recognised');
  const { data, errors } = parse(text, delimiter, mostRows + 1);
  if (errors.some(({ code }) => code === 'MissingQuotes')) throw refuseFile('cut_short');
  if (data.length > mostRows) throw refuseFile('too_many_rows', mostRows);
  const rows = numbered(data, announced === undefined ? 1 : 2);
  const recognised = recognise(rows);
  if (!recognised) throw refuseFile('not_recognised');
  return { rows, recognised };
}
