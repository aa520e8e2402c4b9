import type { Block } from './tab-separated.ts';

/** A row of the grid: what was typed, by column. A blank cell is absent. */
export type GridRow = Readonly<Record<string, string>>;

/** A cell by its row and its column, both from 0. */
export interface CellPlace {
  row: number;
  column: number;
}

/** Cells from one corner to the other, both included. */
export interface CellRange {
  from: CellPlace;
  to: CellPlace;
}

/** A cell and what it is to hold. */
export interface CellText extends CellPlace {
  text: string;
}

const emptyRow: GridRow = {};

/** Whether nothing is typed in a row. */
export function isBlankRow(row: GridRow | undefined): boolean {
  return row === undefined || Object.values(row).every((text) => text.trim() === '');
}

function withText(row: GridRow, column: string, text: string): GridRow {
  if ((row[column] ?? '') === text) return row;
  const { [column]: _, ...others } = row;
  return text === '' ? others : { ...others, [column]: text };
}

/** Rows at the end in which nothing is typed are none. */
function withoutTail(rows: readonly GridRow[]): readonly GridRow[] {
  const last = rows.findLastIndex((row) => !isBlankRow(row));
  return last === rows.length - 1 ? rows : rows.slice(0, last + 1);
}

/** Puts texts into cells; what falls beyond the last column is left out. The same rows where nothing changes. */
export function putTexts(
  rows: readonly GridRow[],
  columns: readonly string[],
  texts: Iterable<CellText>,
): readonly GridRow[] {
  const next = [...rows];
  let isChanged = false;
  for (const { row, column, text } of texts) {
    const id = columns[column];
    const before = next[row] ?? emptyRow;
    const after = id === undefined ? before : withText(before, id, text);
    if (after === before) continue;
    while (next.length <= row) next.push(emptyRow);
    next[row] = after;
    isChanged = true;
  }
  return isChanged ? withoutTail(next) : rows;
}

/** The cells of a range, row by row. */
export function* placesOf({ from, to }: CellRange): Generator<CellPlace> {
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) yield { row, column };
  }
}

/** The texts of a block laid at a range; a block of one cell fills the whole range. */
export function* laidAt(block: Block, range: CellRange): Generator<CellText> {
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (only !== undefined) {
    for (const place of placesOf(range)) yield { ...place, text: only };
    return;
  }
  for (const [down, cells] of block.entries()) {
    for (const [along, text] of cells.entries()) {
      yield { row: range.from.row + down, column: range.from.column + along, text };
    }
  }
}

/** The texts of a range as a block. */
export function blockOf(
  rows: readonly GridRow[],
  columns: readonly string[],
  { from, to }: CellRange,
): string[][] {
  return Array.from({ length: to.row - from.row + 1 }, (_, down) =>
    columns.slice(from.column, to.column + 1).map((id) => rows[from.row + down]?.[id] ?? ''),
  );
}

/** What the topmost cells of a range say, in all the cells under them; a range of one row takes the row above it. */
export function* filledDown(
  rows: readonly GridRow[],
  columns: readonly string[],
  { from, to }: CellRange,
): Generator<CellText> {
  const top = from.row === to.row ? from.row - 1 : from.row;
  if (top < 0) return;
  for (const place of placesOf({ from: { ...from, row: top + 1 }, to })) {
    yield { ...place, text: rows[top]?.[columns[place.column] ?? ''] ?? '' };
  }
}

/** The rows without those of a range. */
export function withoutRows(rows: readonly GridRow[], { from, to }: CellRange): readonly GridRow[] {
  if (from.row >= rows.length) return rows;
  return withoutTail(rows.filter((_, index) => index < from.row || index > to.row));
}
