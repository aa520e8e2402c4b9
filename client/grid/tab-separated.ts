/** A block of cells as spreadsheets put it on the clipboard: rows of texts. */
export type Block = readonly (readonly string[])[];

interface Reading {
  rows: string[][];
  cell: string;
  isQuoted: boolean;
}

/** Takes the next sign of a text; returns how many signs it took. */
function take(reading: Reading, text: string, at: number): number {
  const sign = text[at] ?? '';
  if (reading.isQuoted) return takeQuoted(reading, sign, text[at + 1]);
  if (sign === '"' && reading.cell === '') {
    reading.isQuoted = true;
    return 1;
  }
  const isReturn = sign === '\r';
  if (sign !== '\t' && sign !== '\n' && !isReturn) {
    reading.cell += sign;
    return 1;
  }
  reading.rows.at(-1)?.push(reading.cell);
  reading.cell = '';
  if (sign !== '\t') reading.rows.push([]);
  return isReturn && text[at + 1] === '\n' ? 2 : 1;
}

function takeQuoted(reading: Reading, sign: string, next: string | undefined): number {
  if (sign !== '"') {
    reading.cell += sign;
    return 1;
  }
  if (next !== '"') {
    reading.isQuoted = false;
    return 1;
  }
  reading.cell += '"';
  return 2;
}

/** A quote that nothing closes was written by a person, not by a spreadsheet. */
function isClosed(text: string): boolean {
  const reading: Reading = { rows: [[]], cell: '', isQuoted: false };
  for (let at = 0; at < text.length; ) at += take(reading, text, at);
  return !reading.isQuoted;
}

/**
 * Reads what spreadsheets put on the clipboard: tabs part cells, line breaks part rows, and a cell
 * within quotes may hold both. The line break at the end begins no row.
 */
export function readTabSeparated(text: string): string[][] {
  if (!isClosed(text)) {
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
    return lines.map((line) => line.split('\t'));
  }
  const reading: Reading = { rows: [[]], cell: '', isQuoted: false };
  for (let at = 0; at < text.length; ) at += take(reading, text, at);
  const last = reading.rows.at(-1);
  if (last?.length === 0 && reading.cell === '' && reading.rows.length > 1) reading.rows.pop();
  else last?.push(reading.cell);
  return reading.rows;
}

const quoted = (cell: string) =>
  /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Writes a block as spreadsheets read it from the clipboard; each row ends with a line break. */
export function writeTabSeparated(block: Block): string {
  return block.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');
}
