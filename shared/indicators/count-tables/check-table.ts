import { Exact } from '../../money/exact.ts';
import { foldForSearch } from '../../records.ts';
import type { CountFinding } from './rows.ts';
import type { CountMeasure, CountTableFields } from './schemas.ts';
import { type CountCells, workOutRow } from './work-out-row.ts';

/** A row as the checks look at it. */
export interface CheckedRow {
  members: readonly string[];
  cells: CountCells;
}

/** What a table says of itself. */
export type CheckedTable = Pick<CountTableFields, 'measures' | 'memberSums'>;

const exactly = (text: string | null | undefined) =>
  text === null || text === undefined ? null : new Exact(text);

function present(figures: readonly (Exact | null)[]): Exact[] {
  return figures.filter((figure) => figure !== null);
}

function sum(figures: readonly Exact[]): Exact | null {
  if (figures.length === 0) return null;
  return figures.reduce((total: Exact, figure) => total.plus(figure), new Exact(0));
}

/** How much a figure may be off by being written with so many decimals as the printed one. */
function lastDigit(printed: string): Exact {
  const decimals = /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
  return new Exact(10).pow(-decimals);
}

/** With two decimals, without zeros at the end. */
const written = (figure: Exact) => figure.toDecimalPlaces(2, Exact.ROUND_HALF_UP).toFixed();

interface Compared {
  rule: CountFinding['rule'];
  measure: CountMeasure;
  member: string | null;
  printed: string | null | undefined;
  worked: Exact | null;
  /** How many rounded figures made it. */
  parts: number;
}

/** Counts agree or not; scores and percentages are rounded where they are written. */
function compare({ rule, measure, member, printed, worked, parts }: Compared): CountFinding[] {
  if (printed === null || printed === undefined || worked === null) return [];
  const off = new Exact(printed).minus(worked).abs();
  const rounded = measure.unit === 'count' ? 0 : rule === 'average' || rule === 'share' ? 1 : parts;
  const agrees = rounded === 0 ? off.isZero() : off.lessThan(lastDigit(printed).times(rounded));
  if (agrees) return [];
  return [{ rule, measure: measure.id, member, printed, worked: written(worked) }];
}

const nameOf = ({ members }: CheckedRow) => members.join(' · ');

/** Columns that should add up others in their row. */
function checkColumns(table: CheckedTable, row: CheckedRow, member: string | null): CountFinding[] {
  return table.measures.flatMap((measure) => {
    if (measure.sumOf.length === 0) return [];
    const parts = present(measure.sumOf.map((id) => exactly(row.cells[id])));
    const worked = parts.length === measure.sumOf.length ? sum(parts) : null;
    const printed = row.cells[measure.id];
    return compare({ rule: 'columns', measure, member, printed, worked, parts: parts.length });
  });
}

/** Rows that should add up others. */
function checkMembers(table: CheckedTable, rows: readonly CheckedRow[]): CountFinding[] {
  const called = (name: string) =>
    rows.find((row) => row.members.some((one) => foldForSearch(one) === foldForSearch(name)));
  return table.memberSums.flatMap(({ total, parts }) => {
    const [whole, added] = [called(total), parts.map(called)];
    if (!whole || added.includes(undefined)) return [];
    return table.measures.flatMap((measure) => {
      const figures = present(added.map((row) => exactly(row?.cells[measure.id])));
      const worked = figures.length === added.length ? sum(figures) : null;
      const printed = measure.formula === null ? whole.cells[measure.id] : null;
      const member = nameOf(whole);
      return compare({ rule: 'members', measure, member, printed, worked, parts: parts.length });
    });
  });
}

/** What the rows come to: a sum or a plain average of those that have a figure; absent where no rule says. */
function totalOf(measure: CountMeasure, rows: readonly CheckedRow[]): Exact | null {
  if (measure.total === 'none') return null;
  const figures = present(rows.map(({ cells }) => exactly(cells[measure.id])));
  const added = sum(figures);
  return measure.total === 'sum' || added === null ? added : added.dividedBy(figures.length);
}

function checkTotals(table: CheckedTable, rows: readonly CheckedRow[], printed: CheckedRow) {
  return table.measures.flatMap((measure) => {
    const rule = measure.total === 'average' ? 'average' : 'total';
    const worked = totalOf(measure, rows);
    const said = measure.formula === null ? printed.cells[measure.id] : null;
    return compare({ rule, measure, member: null, printed: said, worked, parts: rows.length });
  });
}

/** Percentages of a column that the column itself does not bear out. */
function checkShares(table: CheckedTable, rows: readonly CheckedRow[]): CountFinding[] {
  return table.measures.flatMap((measure) => {
    const { shareOf } = measure;
    if (shareOf === null) return [];
    const whole = sum(present(rows.map(({ cells }) => exactly(cells[shareOf]))));
    if (whole === null || whole.isZero()) return [];
    return rows.flatMap((row) => {
      const part = exactly(row.cells[shareOf]);
      const worked = part?.times(100).dividedBy(whole) ?? null;
      const printed = row.cells[measure.id];
      return compare({ rule: 'share', measure, member: nameOf(row), printed, worked, parts: 1 });
    });
  });
}

/**
 * Where a table contradicts itself: columns and rows that are not the sums they should be, totals
 * that their rows do not make, percentages that their counts do not bear out. What is absent
 * contradicts nothing; nothing is repaired.
 */
export function checkTable(
  table: CheckedTable,
  rows: readonly CheckedRow[],
  printed: CheckedRow | null,
): CountFinding[] {
  return [
    ...rows.flatMap((row) => checkColumns(table, row, nameOf(row))),
    ...(printed ? checkColumns(table, printed, null) : []),
    ...checkMembers(table, rows),
    ...(printed ? checkTotals(table, rows, printed) : []),
    ...checkShares(table, rows),
  ];
}

/** What the rows come to by measure, computed ones included. */
export function workOutTotals(
  measures: readonly CountMeasure[],
  rows: readonly CheckedRow[],
): Record<string, string | null> {
  const totals = measures.map((measure) => {
    const total = totalOf(measure, rows);
    return [measure.id, total && written(total)] as const;
  });
  return workOutRow(measures, Object.fromEntries(totals));
}
