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

/** Whether the name of a total says that whoever made the file worked it out of its rows, and that nobody printed it. */
export function isWorkedTotalName(cell: unknown): boolean {
  return (
    isTotalName(cell) && /^total (?:segun las filas|by the rows)$/.test(foldHeading(String(cell)))
  );
}
