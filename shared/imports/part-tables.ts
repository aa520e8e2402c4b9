import { cellText, type TableRow } from '../files/table.ts';

const filled = ({ cells }: TableRow) => cells.filter((cell) => cellText(cell) !== '').length;

const saysFigure = ({ cells }: TableRow) => cells.some((cell) => /^\d/.test(cellText(cell)));

/** Whether a title begins at a place: one cell alone with headings under it, after a blank row unless they are no figures. */
function beginsAt(rows: readonly TableRow[], at: number): boolean {
  const [before, title, headings] = [rows[at - 1], rows[at], rows[at + 1]];
  return (
    before !== undefined &&
    title !== undefined &&
    headings !== undefined &&
    filled(title) === 1 &&
    filled(headings) > 1 &&
    (filled(before) === 0 || !saysFigure(headings))
  );
}

/** Parts the tables of a file that stand one under the other, each under a title of its own. */
export function partTables(rows: TableRow[]): TableRow[][] {
  // What stands before the first row of a table, such as the title of the whole file, is of that table.
  const firstTable = rows.findIndex((row) => filled(row) > 1);
  const starts = rows.flatMap((_, at) =>
    firstTable >= 0 && at > firstTable && beginsAt(rows, at) ? [at] : [],
  );
  return [0, ...starts].map((start, at) => rows.slice(start, starts[at]));
}
