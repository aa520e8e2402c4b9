import { foldHeading } from '../../files/table.ts';
import { convertCell } from './convert-cell.ts';
import { readMonth } from './read-month.ts';
import { isBlank, type Sheet, type SheetCell, type SheetRow, sheetText } from './sheet.ts';
import type { Directory, MappedColumn, SheetLayout, SheetTarget, TargetColumn } from './target.ts';

/** A layout and how well it fits: the more columns and members are recognised, the more. */
export interface GuessedLayout {
  layout: SheetLayout;
  score: number;
}

/** Titles, logos and notes stand above the headings, but not more lines of them than these. */
const mostLinesAbove = 40;
const rowsLookedAt = 30;

/** The headings over each column: of one line, or of two where the upper one spans several columns. */
interface Headings {
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

/** Whether a line parts the headings of the line above it: texts under cells that are joined or left blank. */
function isUnder(sheet: Sheet, upper: SheetRow, lower: SheetRow): boolean {
  const texts = lower.cells.flatMap((cell, index) => (isHeading(cell) ? [index] : []));
  if (texts.length < 2 || lower.cells.some((cell) => typeof cell === 'number')) return false;
  const isParted = sheet.merges.some(
    ({ fromLine, fromColumn, toColumn }) => fromLine === upper.line && toColumn > fromColumn,
  );
  return isParted || texts.some((index) => isBlank(upper.cells[index]));
}

/** The lines that may be headings: those with two texts or more, alone and with the line below. */
function candidates(sheet: Sheet, line?: number): Headings[] {
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

/** How well a heading says a column: whole, as one of its lines, or not at all. */
function closeness(column: TargetColumn, parts: readonly string[]): number {
  const whole = foldHeading(parts.join(' '));
  const names = [...column.synonyms, foldHeading(column.id)];
  if (names.includes(whole)) return column.isMinor ? 2.5 : 3;
  if (parts.some((part) => names.includes(foldHeading(part)))) return 2;
  return names.some((name) => name.length > 3 && ` ${whole} `.includes(` ${name} `)) ? 1 : 0;
}

/** Gives each heading the column that it fits best, each column once. */
function matchColumns(
  columns: readonly TargetColumn[],
  headings: Headings,
): { mapped: MappedColumn[]; score: number } {
  const pairs = headings.columns
    .flatMap(({ index, parts }) =>
      columns.map((column) => ({ index, to: column.id, closeness: closeness(column, parts) })),
    )
    .filter((pair) => pair.closeness > 0)
    .sort((one, other) => other.closeness - one.closeness || one.index - other.index);
  const taken = new Map<number, string>();
  const used = new Set<string>();
  let score = 0;
  for (const pair of pairs) {
    if (taken.has(pair.index) || used.has(pair.to)) continue;
    taken.set(pair.index, pair.to);
    used.add(pair.to);
    score += pair.closeness;
  }
  const mapped = headings.columns.map(({ index, parts }) => ({
    index,
    heading: parts.join(' · '),
    to: taken.get(index) ?? null,
    member: null,
  }));
  const missing = columns.filter(({ id, isRequired }) => isRequired && !used.has(id)).length;
  return { mapped, score: score - missing * 4 };
}

function guessRecords(target: SheetTarget, headings: Headings): GuessedLayout {
  const { mapped, score } = matchColumns(target.columns, headings);
  return {
    layout: { shape: 'records', headingLines: headings.lines, down: null, columns: mapped },
    score,
  };
}

const columnOf = (target: SheetTarget, id: string) =>
  target.columns.find((column) => column.id === id);

/** Whether a cell says a value of a column, whichever the year may be. */
function says(cell: SheetCell | undefined, column: TargetColumn, directory: Directory): boolean {
  if (column.type === 'month') return readMonth(cell) !== undefined;
  if (column.type === 'text') return typeof cell === 'string' && !isBlank(cell);
  const reading = convertCell(cell, column, directory, {});
  return 'value' in reading && reading.value !== null;
}

interface Axes {
  target: SheetTarget;
  directory: Directory;
  down: TargetColumn;
  across: TargetColumn;
  measures: readonly TargetColumn[];
}

/** What of the axis along the headings a column is of, and which measure its cells are. */
function crossColumn(parts: readonly string[], axes: Axes): Pick<MappedColumn, 'to' | 'member'> {
  const { across, directory, measures } = axes;
  const whole = parts.join(' ');
  const member = [whole, ...parts].find((part) => says(part, across, directory));
  if (member === undefined || /^total/.test(foldHeading(parts[0])))
    return { to: null, member: null };
  const [only] = measures;
  const named = measures.find((measure) => parts.some((part) => closeness(measure, [part]) >= 2));
  const to = measures.length === 1 ? only?.id : named?.id;
  return to === undefined ? { to: null, member: null } : { to, member };
}

function guessCross(sheet: Sheet, headings: Headings, axes: Axes): GuessedLayout | undefined {
  const last = headings.lines.at(-1) ?? 0;
  const rows = sheet.rows.filter(({ line }) => line > last).slice(0, rowsLookedAt);
  const widths = headings.columns.map(({ index }) => index);
  const index = [...new Set([0, ...widths])].find(
    (at) => rows.filter(({ cells }) => says(cells[at], axes.down, axes.directory)).length >= 2,
  );
  if (index === undefined) return undefined;
  const found = rows.filter(({ cells }) => says(cells[index], axes.down, axes.directory)).length;
  const columns = headings.columns
    .filter((column) => column.index !== index)
    .map(({ index: at, parts }) => ({
      index: at,
      heading: parts.join(' · '),
      ...crossColumn(parts, axes),
    }));
  const members = columns.filter(({ to }) => to !== null).length;
  if (members === 0) return undefined;
  return {
    layout: {
      shape: 'cross',
      headingLines: headings.lines,
      down: { to: axes.down.id, index },
      columns,
    },
    // One heading that says a member may be a row of records: its many rows prove little.
    score: members * 3 + Math.min(found, 12, members * 3) - headings.lines.length / 10,
  };
}

function axesOf(target: SheetTarget, directory: Directory): Axes[] {
  if (!target.cross) return [];
  const [one, other] = target.cross.axes.map((id) => columnOf(target, id));
  const measures = target.cross.measures.flatMap((id) => columnOf(target, id) ?? []);
  if (!one || !other) return [];
  return [
    { target, directory, down: one, across: other, measures },
    { target, directory, down: other, across: one, measures },
  ];
}

/** A title that names the target says as much as the heading of a column. */
const titleScore = 3;

/** Whether a line over the headings begins with the title of a target. */
function isTitled(sheet: Sheet, { title }: SheetTarget, { headingLines }: SheetLayout): boolean {
  const [first = 1] = headingLines;
  return (
    title !== undefined &&
    sheet.rows.some(
      ({ line, cells }) =>
        line < first && cells.some((cell) => `${sheetText(cell)} `.startsWith(`${title} `)),
    )
  );
}

/**
 * Guesses how a sheet is laid out as a target: where its headings stand, also below titles and over
 * two lines; whether its rows are records, or months go down or along; and what each column is.
 * @param headingLine where the headings begin, once somebody said so.
 * @returns nothing where no heading says anything of the target.
 */
export function guessLayout(
  sheet: Sheet,
  target: SheetTarget,
  directory: Directory,
  headingLine?: number,
): GuessedLayout | undefined {
  const all = axesOf(target, directory);
  const guesses = candidates(sheet, headingLine).flatMap((headings): GuessedLayout[] => [
    guessRecords(target, headings),
    ...all.flatMap((axes) => guessCross(sheet, headings, axes) ?? []),
  ]);
  const [best] = guesses.sort((one, other) => other.score - one.score);
  if (!best || best.score <= 0) return undefined;
  return { ...best, score: best.score + (isTitled(sheet, target, best.layout) ? titleScore : 0) };
}

/** The first line that may be headings, with no column understood: where whoever maps it begins. */
export function plainLayout(sheet: Sheet, headingLine?: number): SheetLayout {
  const [first] = candidates(sheet, headingLine);
  const columns = (first?.columns ?? []).map(({ index, parts }) => ({
    index,
    heading: parts.join(' · '),
    to: null,
    member: null,
  }));
  return { shape: 'records', headingLines: first?.lines ?? [1], down: null, columns };
}

/** The year that the titles of a sheet tell, or else its headings, where they tell just one. */
export function guessYear(sheet: Sheet, layout: SheetLayout, fileName: string): number | undefined {
  const first = layout.headingLines[0] ?? 1;
  const titles = sheet.rows
    .filter(({ line }) => line < first)
    .flatMap(({ cells }) => cells.map(sheetText));
  const headings = layout.columns.map(({ heading }) => heading);
  for (const texts of [titles, headings, [sheet.name], [fileName]]) {
    const years = new Set(texts.join(' ').match(/\b(?:19|20|21)\d{2}\b/g));
    const [only] = years;
    if (years.size === 1) return Number(only);
  }
  return undefined;
}
