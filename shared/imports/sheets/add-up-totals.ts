import { Exact } from '../../money/exact.ts';
import type { ReadSheet } from './read-sheet-rows.ts';
import type { PrintedTotal } from './rows.ts';
import type { ReadSheetRow, SheetTarget } from './target.ts';

const figures = ['count', 'money'];

/** What tells the rows that a total adds up: those of its member, in a table laid out across. */
function memberOf(target: SheetTarget, total: ReadSheetRow): [string, unknown] | undefined {
  const axis = target.cross?.axes.find((id) => (total.values[id] ?? null) !== null);
  return axis === undefined ? undefined : [axis, total.values[axis]];
}

/** Sums what rows say of a column; absent where none says anything. */
function addUp(rows: readonly ReadSheetRow[], column: string): number | undefined {
  const said = rows.flatMap(({ values }) =>
    typeof values[column] === 'number' ? values[column] : [],
  );
  if (said.length === 0) return undefined;
  return said.reduce((sum: Exact, value) => sum.plus(value), new Exact(0)).toNumber();
}

/** The rows that a total may add up: those of its member and period, a printed total never among them. */
function partsOf(target: SheetTarget, rows: readonly ReadSheetRow[], total: ReadSheetRow) {
  const member = memberOf(target, total);
  const period = total.said.period ? total.values.period : undefined;
  return rows.filter(
    ({ values }) =>
      values.isTotal !== true &&
      (member === undefined || values[member[0]] === member[1]) &&
      (period === undefined || values.period === period),
  );
}

interface Totalled {
  total: ReadSheetRow;
  named: string | null;
  /** All rows that it may add up, and those of them since the total before it. */
  own: readonly ReadSheetRow[];
  since: readonly ReadSheetRow[];
  isLast: boolean;
}

function addUpColumn({ total, named, own, since, isLast }: Totalled, id: string): PrintedTotal[] {
  const printed = total.values[id];
  const [all, some] = [addUp(own, id), addUp(since, id)];
  const added = isLast ? all : (some ?? all);
  if (typeof printed !== 'number' || added === undefined) return [];
  if (printed === all || printed === some) return [];
  return [{ line: total.line, column: id, member: named, printed, added }];
}

/**
 * The totals that a sheet prints and that are not what its own rows add up to: shown, never repaired.
 * Of several totals, each may be of all rows or of those since the total before it.
 */
export function addUpTotals(target: SheetTarget, { rows, totals }: ReadSheet): PrintedTotal[] {
  const columns = target.columns.filter(
    ({ type, addsUp = true }) => addsUp && figures.includes(type),
  );
  const lines = [...new Set(totals.map(({ line }) => line))];
  return totals.flatMap((total) => {
    const member = memberOf(target, total);
    const named = member ? (total.said[member[0]] ?? String(member[1])) : null;
    const own = partsOf(target, rows, total);
    const before = Math.max(0, ...lines.filter((line) => line < total.line));
    const since = own.filter(({ line }) => line > before && line < total.line);
    const totalled = { total, named, own, since, isLast: total.line === lines.at(-1) };
    return columns.flatMap(({ id }) => addUpColumn(totalled, id));
  });
}
