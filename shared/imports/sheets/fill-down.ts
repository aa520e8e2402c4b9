import {
  isBlank,
  type MergedCells,
  type Sheet,
  type SheetCell,
  type SheetRow,
  sheetText,
} from './sheet.ts';
import type { ColumnType, SheetLayout, SheetTarget } from './target.ts';

const figures: readonly ColumnType[] = ['count', 'money', 'number', 'percent'];

/** A column of a sheet whose cells name what its rows are of. */
interface NamingColumn {
  index: number;
  type: ColumnType;
  goesOn: boolean;
}

/** The columns that name: a figure stands once, and is of one row alone. */
function namingColumns(target: SheetTarget, { columns, down }: SheetLayout): NamingColumn[] {
  const mapped = [...columns, ...(down ? [down] : [])];
  return mapped.flatMap(({ index, to }) => {
    const column = target.columns.find(({ id }) => id === to);
    if (!column || figures.includes(column.type)) return [];
    return [{ index, type: column.type, goesOn: column.goesOn === true }];
  });
}

function withCells(row: SheetRow, said: ReadonlyMap<number, SheetCell>): SheetRow {
  if (said.size === 0) return row;
  const width = Math.max(row.cells.length, ...[...said.keys()].map((index) => index + 1));
  return {
    ...row,
    cells: Array.from({ length: width }, (_, index) => said.get(index) ?? row.cells[index] ?? ''),
  };
}

/** Walks down one column and tells, line by line, what the cell that is joined over the line says. */
function joinedOver(joins: readonly MergedCells[], index: number) {
  const own = joins.filter(({ fromColumn }) => fromColumn === index);
  let at = -1;
  let said: SheetCell = '';
  return ({ line, cells }: SheetRow): SheetCell => {
    while ((own[at + 1]?.fromLine ?? Number.POSITIVE_INFINITY) <= line) {
      at += 1;
      said = own[at]?.fromLine === line ? (cells[index] ?? '') : '';
    }
    return line <= (own[at]?.toLine ?? 0) ? said : '';
  };
}

/** The rows after the headings, each saying what the names say that are joined downwards over it. */
export function joinDown(
  target: SheetTarget,
  { merges }: Sheet,
  layout: SheetLayout,
  rows: readonly SheetRow[],
): readonly SheetRow[] {
  const last = layout.headingLines.at(-1) ?? 0;
  const joins = merges
    .filter(({ fromLine, toLine }) => fromLine > last && toLine > fromLine)
    .sort((one, other) => one.fromLine - other.fromLine);
  if (joins.length === 0) return rows;
  const columns = namingColumns(target, layout).map(({ index }) => ({
    index,
    over: joinedOver(joins, index),
  }));
  return rows.map((row) => {
    const said = new Map<number, SheetCell>();
    for (const { index, over } of columns) {
      const joined = over(row);
      if (joined !== '' && sheetText(row.cells[index]) === '') said.set(index, joined);
    }
    return withCells(row, said);
  });
}

/** What a row leaves blank of the names above it; what it names itself is kept for the rows below. */
function namesAbove(
  { cells }: SheetRow,
  naming: readonly NamingColumn[],
  above: Map<number, SheetCell>,
): Map<number, SheetCell> {
  const said = new Map<number, SheetCell>();
  for (const { index, goesOn } of naming) {
    const right = naming.filter((other) => other.index > index);
    const name = above.get(index);
    if (sheetText(cells[index]) !== '') {
      if (!goesOn || sheetText(cells[index]) === sheetText(name)) continue;
      // Another name ends those to its right, which were of the one before it.
      for (const other of right) above.delete(other.index);
      above.set(index, cells[index] ?? '');
    } else if (name !== undefined && right.some((other) => !isBlank(cells[other.index]))) {
      said.set(index, name);
    }
  }
  return said;
}

/**
 * In a list, a name that is written once stands for the rows below that leave it blank and say another
 * name to its right, up to the next total; that total is of the period above it.
 * @returns the rows, and which of them are the totals.
 */
export function goOnDown(
  target: SheetTarget,
  layout: SheetLayout,
  rows: readonly SheetRow[],
  totals: ReadonlySet<SheetRow>,
): { rows: readonly SheetRow[]; totals: ReadonlySet<SheetRow> } {
  const naming = namingColumns(target, layout).sort((one, other) => one.index - other.index);
  if (layout.shape === 'cross' || !naming.some(({ goesOn }) => goesOn)) return { rows, totals };
  const periods = naming.filter(({ type }) => type === 'period');
  const above = new Map<number, SheetCell>();
  const filled = new Set<SheetRow>();
  const all = rows.map((row) => {
    if (!totals.has(row)) return withCells(row, namesAbove(row, naming, above));
    const said = new Map<number, SheetCell>();
    for (const { index } of periods) said.set(index, row.cells[index] || (above.get(index) ?? ''));
    above.clear();
    for (const [index, period] of said) above.set(index, period);
    const total = withCells(row, said);
    filled.add(total);
    return total;
  });
  return { rows: all, totals: filled };
}
