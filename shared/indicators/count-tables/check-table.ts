import { isTotalName } from '../../files/table.ts';
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
    // Points and percentages of rows do not add up.
    const counts = table.measures.filter(({ unit }) => unit === 'count');
    return counts.flatMap((measure) => {
      const figures = present(added.map((row) => exactly(row?.cells[measure.id])));
      const worked = figures.length === added.length ? sum(figures) : null;
      const printed = measure.formula === null ? whole.cells[measure.id] : null;
      const member = nameOf(whole);
      return compare({ rule: 'members', measure, member, printed, worked, parts: parts.length });
    });
  });
}

/** The rows that no other row adds up: what a total is made of. */
function addedRows<Row extends CheckedRow>(
  { memberSums }: Pick<CheckedTable, 'memberSums'>,
  rows: readonly Row[],
): readonly Row[] {
  const names = new Set(rows.flatMap(({ members }) => members.map(foldForSearch)));
  const sums = memberSums.filter(({ parts }) =>
    parts.some((part) => names.has(foldForSearch(part))),
  );
  const wholes = new Set(sums.map(({ total }) => foldForSearch(total)));
  const own = rows.filter(
    ({ members }) => !members.some((name) => wholes.has(foldForSearch(name))),
  );
  const parts = own.filter(({ members }) => !members.some(isTotalName));
  return parts.length > 0 ? parts : own;
}

/** The mean, each row weighing as much as it counts of a measure; absent where a row does not say how much. */
function averageOf({ id, weightedBy }: CountMeasure, rows: readonly CheckedRow[]): Exact | null {
  const pairs = rows.flatMap(({ cells }) => {
    const figure = exactly(cells[id]);
    if (figure === null) return [];
    return [{ figure, weight: weightedBy === null ? new Exact(1) : exactly(cells[weightedBy]) }];
  });
  const weights = present(pairs.map(({ weight }) => weight));
  const whole = sum(weights);
  if (whole === null || whole.isZero() || weights.length < pairs.length) return null;
  return (
    sum(pairs.map(({ figure, weight }) => figure.times(weight ?? 0)))?.dividedBy(whole) ?? null
  );
}

/** What the rows of a measure come to; absent where the table does not say how, for scores and percentages do not add. */
function totalOf(
  measures: readonly CountMeasure[],
  measure: CountMeasure,
  rows: readonly CheckedRow[],
): Exact | null {
  if (measure.total === 'average') return averageOf(measure, rows);
  const shared = measures.find(({ id }) => id === measure.shareOf);
  if (shared && rows.some(({ cells }) => cells[measure.id] != null)) {
    const whole = totalOf(measures, shared, rows);
    return whole === null || whole.isZero() ? null : new Exact(100);
  }
  if (measure.total === 'none' || measure.unit !== 'count') return null;
  return sum(present(rows.map(({ cells }) => exactly(cells[measure.id]))));
}

function checkTotals(table: CheckedTable, rows: readonly CheckedRow[], printed: CheckedRow) {
  return table.measures.flatMap((measure) => {
    const rule =
      measure.total === 'average' ? 'average' : measure.shareOf === null ? 'total' : 'share';
    const worked = totalOf(table.measures, measure, rows);
    const said = measure.formula === null ? printed.cells[measure.id] : null;
    return compare({ rule, measure, member: null, printed: said, worked, parts: rows.length });
  });
}

/** Percentages of a column that the column itself does not bear out. */
function checkShares(table: CheckedTable, rows: readonly CheckedRow[]): CountFinding[] {
  const parts = addedRows(table, rows);
  return table.measures.flatMap((measure) => {
    const { shareOf } = measure;
    if (shareOf === null) return [];
    const whole = sum(present(parts.map(({ cells }) => exactly(cells[shareOf]))));
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
    ...(printed ? checkTotals(table, addedRows(table, rows), printed) : []),
    ...checkShares(table, rows),
  ];
}

/** What the rows come to by measure, computed ones included; a row that adds up others is in no sum. */
export function workOutTotals(
  table: CheckedTable,
  rows: readonly CheckedRow[],
): Record<string, string | null> {
  const { measures } = table;
  const parts = addedRows(table, rows);
  const totals = measures.map((measure) => {
    const total = totalOf(measures, measure, parts);
    return [measure.id, total && written(total)] as const;
  });
  return workOutRow(measures, Object.fromEntries(totals));
}
