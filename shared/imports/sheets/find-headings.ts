import { isBlank, type Sheet, type SheetCell, type SheetRow, sheetText } from './sheet.ts';

/** Titles, logos and notes stand above the headings, but not more lines of them than these. */
const mostLinesAbove = 40;

/** The headings over each column: of one line, or of two where the upper one spans several columns. */
export interface Headings {
  lines: number[];
  columns: { index: number; parts: string[] }[];
}

/** In a file that joins no cells, a heading goes on over the blank cells to its right. */
function spreadRight(cells: (SheetCell | undefined)[]): void {
  for (const [index, cell] of cells.entries()) {
    if (index > 0 && isBlank(cell)) cells[index] = cells[index - 1];
  }
}

/** The cells of a line, with those that are joined saying what the first of them says. */
function spread(
  sheet: Sheet,
  { line, cells }: SheetRow,
  isUpper = false,
): (SheetCell | undefined)[] {
  const wide: (SheetCell | undefined)[] = [...cells];
  if (isUpper && sheet.merges.length === 0) spreadRight(wide);
  for (const { fromLine, toLine, fromColumn, toColumn } of sheet.merges) {
    if (line < fromLine || line > toLine || toColumn - fromColumn > 200) continue;
    const first = sheet.rows.find((row) => row.line === fromLine)?.cells[fromColumn];
    for (let column = fromColumn; column <= toColumn; column += 1) wide[column] = first;
  }
  return wide;
}

const isHeading = (cell: SheetCell | undefined) =>
  !isBlank(cell) && (typeof cell === 'string' || (typeof cell === 'object' && 'day' in cell));

/** A figure is no heading; in a file of text a year may be one. */
const isFigure = (cell: SheetCell) =>
  typeof cell === 'number' ||
  (typeof cell === 'string' && /^\d[\d.,]*$/.test(cell) && !/^(?:19|20|21)\d\d$/.test(cell));

function headingsOf(sheet: Sheet, rows: readonly SheetRow[]): Headings {
  const lines = rows.map((row, at) => spread(sheet, row, at < rows.length - 1));
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    parts: [...new Set(lines.map((cells) => sheetText(cells[index])).filter(Boolean))],
  }));
  return {
    lines: rows.map(({ line }) => line),
    columns: columns.filter(({ parts }) => parts.length > 0),
  };
}

/** Whether a line says one thing over all columns of the line below: a title or a note, no heading of them. */
function isTitle(sheet: Sheet, upper: SheetRow, [first = 0]: readonly number[]): boolean {
  const wide = spread(sheet, upper, true);
  const said = new Set(wide.map(sheetText).filter(Boolean));
  return said.size === 1 && !isBlank(wide[first]);
}

/** Whether a line parts the headings of the line above it: texts under cells that are joined or left blank. */
function isUnder(sheet: Sheet, upper: SheetRow, lower: SheetRow): boolean {
  const texts = lower.cells.flatMap((cell, index) => (isHeading(cell) ? [index] : []));
  if (texts.length < 2 || lower.cells.some(isFigure)) return false;
  if (isTitle(sheet, upper, texts)) return false;
  const isParted = sheet.merges.some(
    ({ fromLine, fromColumn, toColumn }) => fromLine === upper.line && toColumn > fromColumn,
  );
  return isParted || texts.some((index) => isBlank(upper.cells[index]));
}

/** The lines that may be headings: those with two texts or more, alone and with the line below. @param line where they begin, once somebody said so. */
export function findHeadings(sheet: Sheet, line?: number): Headings[] {
  const filled = sheet.rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  const looked = line === undefined ? filled.slice(0, mostLinesAbove) : filled;
  return looked.flatMap((row, at) => {
    if (line !== undefined && row.line !== line) return [];
    const texts = spread(sheet, row).filter(isHeading);
    const below = filled[at + 1];
    const both = below && isUnder(sheet, row, below) ? [headingsOf(sheet, [row, below])] : [];
    // A title that is joined over the whole table says one thing.
    if (new Set(texts.map(sheetText)).size < 2) return both;
    return [headingsOf(sheet, [row]), ...both];
  });
}
