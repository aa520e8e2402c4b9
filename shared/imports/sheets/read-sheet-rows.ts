import { foldHeading } from '../../files/table.ts';
import { type CellReading, convertCell } from './convert-cell.ts';
import { settleAnswers } from './settle-answers.ts';
import { isBlank, type Sheet, type SheetRow, sheetText } from './sheet.ts';
import type {
  Directory,
  MappedColumn,
  ReadSheetRow,
  SheetAnswers,
  SheetLayout,
  SheetProblem,
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

const mostSamples = 4;

/** Whether a row adds up those above it, by its first words. */
function isTotal({ cells }: SheetRow): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  return /^(?:sub|gran )?total(?:es)?\b/.test(foldHeading(sheetText(first)));
}

const columnOf = (target: SheetTarget, id: string): TargetColumn => {
  const found = target.columns.find((column) => column.id === id);
  if (!found) throw new Error(`no column ${id} in ${target.id}`);
  return found;
};

/** The rows after the headings that say anything. */
function dataRows(sheet: Sheet, layout: SheetLayout): SheetRow[] {
  const last = layout.headingLines.at(-1) ?? 0;
  return sheet.rows.filter(
    ({ line, cells }) => line > last && cells.some((cell) => !isBlank(cell)),
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
  questions: Questions;
}

function take(
  into: ReadSheetRow,
  column: TargetColumn,
  reading: CellReading,
  said: string,
  questions: Questions,
): void {
  if ('ask' in reading) {
    questions.add(reading.ask, said);
    into.problems.push({ column: column.id, rule: `ask_${reading.ask}`, said });
  } else if ('rule' in reading) {
    into.problems.push({ column: column.id, rule: reading.rule, said });
  } else {
    into.values[column.id] = reading.value;
    if (reading.isRounded) into.rounded.push(column.id);
  }
}

const emptyRow = (line: number): ReadSheetRow => ({ line, values: {}, rounded: [], problems: [] });

function requireColumns(target: SheetTarget, row: ReadSheetRow): void {
  const refused = new Set(row.problems.map(({ column }) => column));
  const missing = target.columns.filter(
    ({ id, isRequired }) => isRequired && !refused.has(id) && (row.values[id] ?? null) === null,
  );
  row.problems.push(
    ...missing.map(({ id }): SheetProblem => ({ column: id, rule: 'required', said: '' })),
  );
}

function readRecord(row: SheetRow, reading: Reading): ReadSheetRow {
  const { target, layout, directory, answers, questions } = reading;
  const read = emptyRow(row.line);
  for (const { index, to } of layout.columns) {
    if (to === null) continue;
    const column = columnOf(target, to);
    const cell = row.cells[index];
    take(read, column, convertCell(cell, column, directory, answers), sheetText(cell), questions);
  }
  requireColumns(target, read);
  return read;
}

/** The records of one row of a table laid out across: one for each member along the headings that has a figure. */
function readCrossRow(row: SheetRow, reading: Reading): ReadSheetRow[] {
  const { target, layout, directory, answers, questions } = reading;
  const { down } = layout;
  const across = target.cross?.axes.find((axis) => axis !== down?.to);
  if (!down || across === undefined) return [];
  const members = groupByMember(layout.columns);
  return [...members].flatMap(([member, columns]): ReadSheetRow[] => {
    const filled = columns.filter(({ to, index }) => to !== null && !isBlank(row.cells[index]));
    if (member === null || filled.length === 0) return [];
    const read = emptyRow(row.line);
    for (const [id, cell] of [
      [down.to, row.cells[down.index]],
      [across, member],
    ] as const) {
      const column = columnOf(target, id);
      take(read, column, convertCell(cell, column, directory, answers), sheetText(cell), questions);
    }
    for (const { to, index } of filled) {
      const column = columnOf(target, to ?? '');
      const cell = row.cells[index];
      take(read, column, convertCell(cell, column, directory, answers), sheetText(cell), questions);
    }
    requireColumns(target, read);
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
  answers: SheetAnswers,
): ReadSheet {
  const rows = dataRows(sheet, layout);
  const typed = layout.columns.flatMap(({ index, to }) =>
    to === null ? [] : [{ index, type: columnOf(target, to).type }],
  );
  const questions = new Questions();
  const reading = {
    target,
    layout,
    directory,
    answers: settleAnswers(rows, typed, answers),
    questions,
  };
  const read =
    layout.shape === 'cross' ? readCrossRow : (row: SheetRow) => [readRecord(row, reading)];
  return {
    rows: rows.filter((row) => !isTotal(row)).flatMap((row) => read(row, reading)),
    totals: rows.filter(isTotal).flatMap((row) => readTotal(row, reading)),
    questions: questions.list(),
  };
}
