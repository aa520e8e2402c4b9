/** A cell as a file has it: text, or a number where the file keeps numbers as such. */
export type Cell = string | number;

/** A row of a file and the line on which it begins, counted from 1. */
export interface TableRow {
  line: number;
  cells: Cell[];
}

/** A cell as trimmed text. */
export function cellText(cell: Cell | undefined): string {
  return String(cell ?? '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
}

/** A heading as it is compared: without case, accents or signs. */
export function foldHeading(cell: Cell | undefined): string {
  return String(cell ?? '')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether the name of a row says that it adds up others: `Total`, `TOTALES`, `Gran total`, `Subtotal Planeación`. */
export function isTotalName(cell: unknown): boolean {
  // Most names are told apart without folding them.
  if (typeof cell !== 'string' || !/total/i.test(cell)) return false;
  return /^(?:sub ?|gran |printed )?total(?:es)?\b/.test(foldHeading(cell));
}

/** What people call a row that adds its table up, or takes its mean, without the word total; folded. */
const summaryName =
  /^(?:suma|sumas|sumatoria|sum|promedio|media|average|mean|acumulad[oa]|cumulative|running)(?: (?:de|del|la|el|general|mensual|anual|mes|ano|periodo|trimestre|semestre|vigencia|month|year|total|totals|(?:19|20|21)\d\d))*$/;

/** Whether the name of a row says that it sums up others: a total, a sum under another name, a mean, a running sum. */
export function isSummaryName(cell: unknown): boolean {
  if (typeof cell !== 'string' || cell.length > 60) return false;
  return isTotalName(cell) || summaryName.test(foldHeading(cell));
}

/** Whether the name of a row says that it is the plain sum of others. */
export function isSumName(cell: unknown): boolean {
  return isTotalName(cell) || (isSummaryName(cell) && /^sum/.test(foldHeading(String(cell))));
}

/** Whether the name of a total says that whoever made the file worked it out of its rows, and that nobody printed it. */
export function isWorkedTotalName(cell: unknown): boolean {
  return (
    isTotalName(cell) && /^total (?:segun las filas|by the rows)$/.test(foldHeading(String(cell)))
  );
}
