import Papa from 'papaparse';
import { withoutGuard } from '../../shared/files/file-cell.ts';
import { longestCell, mostSheetColumns } from '../../shared/imports/limits.ts';
import { PieceCount } from './count-pieces.ts';
import { refuseFile } from './decode-text.ts';

/** What tells the separator of a table of text stands in so much of it. */
const sampleLength = 256 * 1024;

/** A row of a table of text and the line on which it begins, counted from 1. */
export interface TextRow {
  line: number;
  cells: string[];
}

/** The separator that a first line such as `sep=;` announces, and the text after it. */
export function takeSeparator(text: string): { announced: string | undefined; text: string } {
  const found = /^"?sep=(.)"?\n/i.exec(text);
  return { announced: found?.[1], text: text.slice(found?.[0].length ?? 0) };
}

function parse(text: string, delimiter: string, preview: number) {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });
}

/** The first rows of a text, as a separator parts them. */
export function sampleRows(text: string, delimiter: string, rows: number): string[][] {
  return parse(text.slice(0, sampleLength), delimiter, rows).data;
}

/**
 * Parses a table of text; quoted cells may hold line breaks.
 * @param counted is told how many pieces there are to be read.
 * @throws {AltavozFailure} `file_refused`: cut inside a quoted cell, too many rows or cells, no table.
 */
export function parseDelimited(
  text: string,
  delimiter: string,
  firstLine: number,
  { mostRows, counted }: { mostRows: number; counted?: (pieces: number) => void },
): TextRow[] {
  const count = new PieceCount();
  count.addText(text, delimiter);
  counted?.(count.pieces);
  const { data, errors } = parse(text, delimiter, mostRows + 1);
  if (errors.some(({ code }) => code === 'MissingQuotes')) throw refuseFile('cut_short');
  if (data.length > mostRows) throw refuseFile('too_many_rows', mostRows);
  let line = firstLine;
  return data.map((cells) => {
    const row = { line, cells: cells.slice(0, mostSheetColumns).map(withoutGuard) };
    line += 1;
    for (const cell of cells) {
      // No table says so much in a cell: it is text of another kind. Blanks say nothing.
      if (cell.length > longestCell && cell.trim().length > longestCell)
        throw refuseFile('not_a_table');
      for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) line += 1;
    }
    return row;
  });
}
