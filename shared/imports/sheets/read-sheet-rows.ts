import { foldHeading, isSumName, isWorkedTotalName } from '../../files/table.ts';
import { type CellReading, convertCell } from './convert-cell.ts';
import { goOnDown, joinDown } from './fill-down.ts';
import { isSum, namePlaces, partTotals } from './part-totals.ts';
import { settleAnswers } from './settle-answers.ts';
import { isBlank, isNote, type Sheet, type SheetCell, type SheetRow, sheetText } from './sheet.ts';
import type {
  Directory,
  MappedColumn,
  ReadSheetRow,
  SheetAnswers,
  SheetLayout,
  SheetQuestion,
  SheetTarget,
  TargetColumn,
} from './target.ts';

/** What a sheet says as a target: its records, the totals that it prints, and what has to be asked first. */
export interface ReadSheet {
  rows: ReadSheetRow[];
  /** The rows that add up others, as read: they are no records, but what the table says of itself. */
  totals: ReadSheetRow[];
  questions: SheetQuestion[];
}

/** What was settled of a sheet: what its cells leave open, and what rows say that say nothing, by column. */
export interface SheetSettled {
  answers: SheetAnswers;
  defaults?: Readonly<Record<string, string | number>>;
}

const mostSamples = 4;

/** Readings of a column that are remembered. */
const mostKnown = 5_000;

const columnOf = (target: SheetTarget, id: string): TargetColumn => {
  const found = target.columns.find((column) => column.id === id);
  if (!found) throw new Error(`no column ${id} in ${target.id}`);
  return found;
};

/** The rows after the headings that say anything; notes below a table of counts are no rows of it. */
function dataRows({ keepsTotals }: SheetTarget, { rows }: Sheet, layout: SheetLayout): SheetRow[] {
  const last = layout.headingLines.at(-1) ?? 0;
  return rows.filter(
    (row) =>
      row.line > last && row.cells.some((cell) => !isBlank(cell)) && !(keepsTotals && isNote(row)),
  );
}

class Questions {
  readonly asked = new Map<keyof SheetAnswers, Set<string>>();

  add(ask: keyof SheetAnswers, said: string): void {
    const samples = this.asked.get(ask) ?? new Set<string>();
    if (samples.size < mostSamples) samples.add(said);
    this.asked.set(ask, samples);
  }

  list(): SheetQuestion[] {
    return [...this.asked].map(([ask, samples]) => ({ ask, samples: [...samples] }));
  }
}

interface Reading {
  target: SheetTarget;
  layout: SheetLayout;
  directory: Directory;
  answers: SheetAnswers;
  defaults: NonNullable<SheetSettled['defaults']>;
  questions: Questions;
  known: Known;
}

/** What cells were read as before: a sheet says the same days and names over and over. */
class Known {
  readonly #readings = new Map<TargetColumn, Map<string, CellReading>>();

  recall(
    column: TargetColumn,
    cell: SheetCell | undefined,
    said: string,
    read: () => CellReading,
  ): CellReading {
    const readings = this.#readings.get(column) ?? new Map<string, CellReading>();
    this.#readings.set(column, readings);
    const key = `${typeof cell} ${said}`;
    const found = readings.get(key) ?? read();
    if (readings.size < mostKnown) readings.set(key, found);
    return found;
  }
}

/** Reads one cell into a row; `index` is where it stands. */
function take(
  into: ReadSheetRow,
  columnId: string,
  cell: SheetCell | undefined,
  index: number | null,
  { target, directory, answers, questions, known }: Reading,
): void {
  const column = columnOf(target, columnId);
  const said = sheetText(cell);
  const read = () => convertCell(cell, column, directory, answers);
  const reading = column.type === 'text' ? read() : known.recall(column, cell, said, read);
  into.said[column.id] = said;
  if ('ask' in reading) {
    questions.add(reading.ask, said);
    into.problems.push({ column: column.id, rule: `ask_${reading.ask}`, said, index });
  } else if ('rule' in reading) {
    into.problems.push({ column: column.id, rule: reading.rule, said, index });
  } else {
    into.values[column.id] = reading.value;
    if (reading.isRounded) into.rounded.push(column.id);
  }
}

const emptyRow = (line: number): ReadSheetRow => ({
  line,
  values: {},
  said: {},
  rounded: [],
  problems: [],
});

/** What a blank cell says, or a column that the sheet does not have, by what was settled for all rows. */
function fillDefaults(row: ReadSheetRow, reading: Reading): void {
  for (const [id, said] of Object.entries(reading.defaults)) {
    if (said === '' || (row.said[id] ?? '') !== '') continue;
    if (reading.target.columns.some((column) => column.id === id))
      take(row, id, said, null, reading);
  }
}

/** The year of a row that says none is that of the whole sheet; where nobody said that one, it is asked. */
function fillYear(row: ReadSheetRow, { target, answers, questions }: Reading): void {
  for (const { id, type } of target.columns) {
    if ((type !== 'year' && type !== 'period') || (row.said[id] ?? '') !== '') continue;
    if (answers.year !== undefined) {
      row.values[id] = type === 'year' ? answers.year : String(answers.year);
      continue;
    }
    questions.add('year', Object.values(row.said).find(Boolean) ?? '');
    row.problems.push({ column: id, rule: 'ask_year', said: '', index: null });
  }
}

function requireColumns({ target, layout }: Reading, row: ReadSheetRow): void {
  const refused = new Set(row.problems.map(({ column }) => column));
  for (const { id, isRequired } of target.columns) {
    if (!isRequired || refused.has(id) || (row.values[id] ?? null) !== null) continue;
    const index = layout.columns.find(({ to }) => to === id)?.index ?? null;
    row.problems.push({ column: id, rule: 'required', said: '', index });
  }
}

function readRecord(row: SheetRow, reading: Reading): ReadSheetRow {
  const read = emptyRow(row.line);
  for (const { index, to } of reading.layout.columns) {
    if (to !== null) take(read, to, row.cells[index], index, reading);
  }
  fillDefaults(read, reading);
  fillYear(read, reading);
  requireColumns(reading, read);
  return read;
}

/** A printed total as a record: it is of no member, whatever its first words say. */
function readPrinted(row: SheetRow, reading: Reading): ReadSheetRow {
  const read = readRecord(row, reading);
  read.values.isTotal = true;
  // Where the sheet has no column of names, its total is no more understood than its rows.
  read.problems = read.problems.filter(({ rule, index }) => rule !== 'required' || index === null);
  return read;
}

/** The printed totals that are kept as rows: of each period the last that is of the whole table. */
function keepTotals(
  rows: readonly SheetRow[],
  totals: ReadonlySet<SheetRow>,
  places: readonly number[],
  reading: Reading,
): Map<number, ReadSheetRow> {
  const byPeriod = new Map<string, ReadSheetRow>();
  const [place = 0, ...others] = places;
  const isUnderName = ({ cells }: SheetRow) =>
    isBlank(cells[place]) && others.some((other) => isSumName(cells[other]));
  // Several of them, each after rows of its own, add up the parts that are named above them.
  const areOfParts = [...totals].filter(isUnderName).length > 1;
  for (const [at, row] of (reading.target.keepsTotals ? rows : []).entries()) {
    if (!totals.has(row)) continue;
    const before = rows[at - 1];
    if (areOfParts && isUnderName(row) && before && !totals.has(before)) continue;
    const first = row.cells.find((cell) => !isBlank(cell));
    const name = [first, row.cells[place]].map(sheetText).find(isSumName);
    if (name === undefined || isWorkedTotalName(name) || foldHeading(name).startsWith('sub'))
      continue;
    const read = readPrinted(row, reading);
    byPeriod.set(String(read.values.period ?? ''), read);
  }
  return new Map([...byPeriod.values()].map((read) => [read.line, read]));
}

/** The records of one row of a table laid out across: one for each member along the headings that has a figure. */
function readCrossRow(row: SheetRow, reading: Reading): ReadSheetRow[] {
  const { target, layout } = reading;
  const { down } = layout;
  const across = target.cross?.axes.find((axis) => axis !== down?.to);
  if (!down || across === undefined) return [];
  return [...groupByMember(layout.columns)].flatMap(([member, columns]): ReadSheetRow[] => {
    const filled = columns.filter(({ to, index }) => to !== null && !isBlank(row.cells[index]));
    if (member === null || filled.length === 0) return [];
    const read = emptyRow(row.line);
    take(read, down.to, row.cells[down.index], down.index, reading);
    take(read, across, member, null, reading);
    for (const { to, index } of filled) take(read, to ?? '', row.cells[index], index, reading);
    fillDefaults(read, reading);
    requireColumns(reading, read);
    return [read];
  });
}

function groupByMember(columns: readonly MappedColumn[]): Map<string | null, MappedColumn[]> {
  const groups = new Map<string | null, MappedColumn[]>();
  for (const column of columns) {
    groups.set(column.member, [...(groups.get(column.member) ?? []), column]);
  }
  return groups;
}

/** What a total row adds up, by the columns that have figures; it is of no member of the axis that goes down. */
function readTotal(row: SheetRow, reading: Reading): ReadSheetRow[] {
  const { layout } = reading;
  const quiet = { ...reading, questions: new Questions() };
  const rows = layout.shape === 'cross' ? readCrossRow(row, quiet) : [readRecord(row, quiet)];
  return rows.map((read) => ({ ...read, problems: [] }));
}

/**
 * Reads a sheet as a target under a layout. Rows that add up others are told apart; what the cells
 * leave open is asked, and meanwhile its rows have a problem.
 */
export function readSheetRows(
  target: SheetTarget,
  sheet: Sheet,
  layout: SheetLayout,
  directory: Directory,
  { answers, defaults = {} }: SheetSettled,
): ReadSheet {
  const joined = joinDown(target, sheet, layout, dataRows(target, sheet, layout));
  const places = namePlaces(target, layout);
  const { rows, totals } = goOnDown(target, layout, joined, partTotals(joined, places));
  const typed = layout.columns.flatMap(({ index, to }) =>
    to === null ? [] : [{ index, type: columnOf(target, to).type }],
  );
  const questions = new Questions();
  const reading = {
    target,
    layout,
    directory,
    answers: settleAnswers(rows, typed, answers),
    defaults,
    questions,
    known: new Known(),
  };
  const read =
    layout.shape === 'cross' ? readCrossRow : (row: SheetRow) => [readRecord(row, reading)];
  const kept = keepTotals(rows, totals, places, reading);
  return {
    rows: rows.flatMap((row) =>
      totals.has(row) ? (kept.get(row.line) ?? []) : read(row, reading),
    ),
    totals: [...totals].filter(isSum).flatMap((row) => readTotal(row, reading)),
    questions: questions.list(),
  };
}
