/** A cell of a file that is given out: a day is told from other text. */
export type FileCell = string | number | null | { day: string };

/** Spreadsheets take text that starts so for a formula, and run it. */
const formulaStart = /^[=+\-@\t\r]/;

/** A cell as the text of a CSV, which no spreadsheet runs. */
export function csvCell(cell: FileCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.day;
  return formulaStart.test(cell) ? `'${cell}` : cell;
}

const millisecondsPerDay = 86_400_000;
/** Spreadsheets count days since the last of December 1899. */
const firstDay = Date.UTC(1899, 11, 30);

/** The number by which a spreadsheet knows a day. */
export function daySerial(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - firstDay) / millisecondsPerDay;
}
