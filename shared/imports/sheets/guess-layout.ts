import { foldHeading } from '../../files/table.ts';
import { convertCell } from './convert-cell.ts';
import { findHeadings, type Headings } from './find-headings.ts';
import {
  choosePairs,
  closeness,
  familiarity,
  pairNames,
  rowsLookedAt,
  textsBelow,
} from './match-columns.ts';
import { readMonth } from './read-month.ts';
import { isBlank, type Sheet, type SheetCell, sheetText } from './sheet.ts';
import type { Directory, MappedColumn, SheetLayout, SheetTarget, TargetColumn } from './target.ts';

/** A layout and how well it fits: the more columns and members are recognised, the more. */
export interface GuessedLayout {
  layout: SheetLayout;
  score: number;
}

/** The columns of a sheet with what stands over each; over the names of rows there is often nothing. */
function columnsOver({ columns }: Headings): Headings['columns'] {
  const parts = new Map(columns.map((column) => [column.index, column.parts]));
  const width = (columns.at(-1)?.index ?? -1) + 1;
  return Array.from({ length: width }, (_, index) => ({ index, parts: parts.get(index) ?? [] }));
}

function guessRecords(sheet: Sheet, target: SheetTarget, headings: Headings): GuessedLayout {
  const texts = textsBelow(sheet, headings);
  const over = columnsOver(headings);
  const pairs = over.flatMap(({ index, parts }) =>
    target.columns.map((column) => ({
      index,
      to: column.id,
      closeness: closeness(column, parts) + familiarity(column, column.members ? texts(index) : []),
    })),
  );
  const chosen = choosePairs(pairs.filter((pair) => pair.closeness > 0));
  const score = chosen.reduce((sum, pair) => sum + pair.closeness, 0);
  // The period of a table is seldom a column: a title says it, or it is asked.
  const missing = target.columns.filter(
    ({ id, type, isRequired }) =>
      isRequired && type !== 'period' && chosen.every(({ to }) => to !== id),
  ).length;
  if (target.keepsTotals) pairNames(target, texts, over.length, chosen);
  const columns = over.flatMap(({ index, parts }): MappedColumn[] => {
    const to = chosen.find((pair) => pair.index === index)?.to ?? null;
    const heading = parts.join(' · ');
    return parts.length === 0 && to === null ? [] : [{ index, heading, to, member: null }];
  });
  return {
    layout: { shape: 'records', headingLines: headings.lines, down: null, columns },
    score: score - missing * 4,
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

/** Whether the name of the sheet or a line over the headings says the title of a target: its number as one word, or its whole name. */
function isTitled(
  sheet: Sheet,
  { titles = [] }: SheetTarget,
  { headingLines }: SheetLayout,
): boolean {
  const [first = 1] = headingLines;
  const above = sheet.rows.filter(({ line }) => line < first).flatMap(({ cells }) => cells);
  return [sheet.name, ...above].map(sheetText).some((text) => {
    const words = text.split(/\s+/).map((word) => word.replace(/(?<![.:,;)])[.:,;)]+$/, ''));
    const folded = ` ${foldHeading(text)} `;
    return titles.some(
      (title) =>
        words.includes(title) ||
        (title.includes(' ') && folded.includes(` ${foldHeading(title)} `)),
    );
  });
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
  const guesses = findHeadings(sheet, headingLine).flatMap((headings): GuessedLayout[] => [
    guessRecords(sheet, target, headings),
    ...all.flatMap((axes) => guessCross(sheet, headings, axes) ?? []),
  ]);
  const [best] = guesses
    .map(({ layout, score }) => ({
      layout,
      score: score + (isTitled(sheet, target, layout) ? titleScore : 0),
    }))
    .sort(
      // Of what fits as well, the fewer lines are headings, the fewer notes are taken for one.
      (one, other) =>
        other.score - one.score ||
        one.layout.headingLines.length - other.layout.headingLines.length,
    );
  return best && best.score > 0 ? best : undefined;
}

/** The first line that may be headings, with no column understood: where whoever maps it begins. */
export function plainLayout(sheet: Sheet, headingLine?: number): SheetLayout {
  const [first] = findHeadings(sheet, headingLine);
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
