/**
 * A cell of a file that is given out: text, a count, or nothing; what is a day, a month, a moment of
 * the office's clock (`2026-11-22T10:05`), whole pesos or a share of one is told from other text and figures.
 */
export type FileCell =
  | string
  | number
  | null
  | { day: string }
  | { month: string }
  | { at: string }
  | { pesos: number }
  | { share: number };

/** What a file writes between whole and decimals, and what parts its columns so that both fit. */
export type DecimalMark = ',' | '.';

/**
 * Spreadsheets take text that starts with one of these for a formula, and run it; those of Asia take the
 * wide signs as well. A guard goes before such text, and before text that begins as a guarded one does, so
 * that one taken off gives what there was.
 */
const guarded = /^'*[=+\-@＝＋－＠\t\r\n]/;
const guard = /^'(?='*[=+\-@＝＋－＠\t\r\n])/;

/** A text of a CSV without the guard that kept a spreadsheet from running it. */
export function withoutGuard(text: string): string {
  return text.replace(guard, '');
}

/** A day or a month as a file that nobody saw before has it: absent where there is none. */
export function dayCell(day: string | null | undefined): FileCell {
  return day ? { day } : null;
}

/** Whole pesos as a cell; absent stays absent. */
export function pesosCell(pesos: number | null | undefined): FileCell {
  return pesos === null || pesos === undefined ? null : { pesos };
}

/** A share of one as a cell; absent stays absent. */
export function shareCell(share: number | null | undefined): FileCell {
  return share === null || share === undefined ? null : { share };
}

/** The figure of a cell, to be added up: of a percentage what stands before its sign. */
export function figureOf(cell: FileCell): number | null {
  if (typeof cell === 'number') return cell;
  if (cell === null || typeof cell === 'string') return null;
  if ('pesos' in cell) return cell.pesos;
  return 'share' in cell ? Number((cell.share * 100).toFixed(4)) : null;
}

/** A cell as the text of a CSV, which no spreadsheet runs. */
function csvCell(cell: FileCell, decimalMark: DecimalMark): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded.test(cell) ? `'${cell}` : cell;
  const figure = figureOf(cell);
  if (figure !== null) return String(figure).replace('.', decimalMark);
  if (typeof cell === 'number') return '';
  if ('day' in cell) return cell.day;
  if ('month' in cell) return cell.month;
  return 'at' in cell ? cell.at.slice(0, 16).replace('T', ' ') : '';
}

/** Lines of a CSV: `;` parts the columns where the comma writes decimals. */
export function csvLines(rows: readonly (readonly FileCell[])[], decimalMark: DecimalMark): string {
  const delimiter = decimalMark === ',' ? ';' : ',';
  const mustQuote = new RegExp(`[${delimiter}"\\r\\n]|^\\s|\\s$`);
  const quoted = (text: string) =>
    mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows
    .map((row) => `${row.map((cell) => quoted(csvCell(cell, decimalMark))).join(delimiter)}\r\n`)
    .join('');
}

/** By this mark spreadsheets recognise a CSV in UTF-8. */
export const csvStart = '\ufeff';

/** What the figures of a column are, for its heading: `pesos` or `%`, where its cells say so. */
export function unitOf(cells: readonly FileCell[]): 'pesos' | '%' | undefined {
  const figures = cells.filter((cell) => typeof cell === 'object' && cell !== null);
  if (figures.some((cell) => 'pesos' in cell)) return 'pesos';
  return figures.some((cell) => 'share' in cell) ? '%' : undefined;
}

const millisecondsPerDay = 86_400_000;
/** Spreadsheets count days since the last of December 1899. */
const firstDay = Date.UTC(1899, 11, 30);

/** The number by which a spreadsheet knows a day, or a moment of it. */
export function daySerial(moment: string): number {
  const whole = moment.length === 10 ? `${moment}T00:00:00` : `${moment.slice(0, 16)}:00`;
  return (Date.parse(`${whole}Z`) - firstDay) / millisecondsPerDay;
}
