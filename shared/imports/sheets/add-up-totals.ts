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

/** The totals that a sheet prints and that are not what its own rows add up to: shown, never repaired. */
export function addUpTotals(target: SheetTarget, { rows, totals }: ReadSheet): PrintedTotal[] {
  const columns = target.columns.filter(({ type }) => figures.includes(type));
  return totals.flatMap((total) =>
    columns.flatMap(({ id }): PrintedTotal[] => {
      const printed = total.values[id];
      const member = memberOf(target, total);
      const own = member ? rows.filter(({ values }) => values[member[0]] === member[1]) : rows;
      const added = addUp(own, id);
      if (typeof printed !== 'number' || added === undefined || printed === added) return [];
      const named = member ? (total.said[member[0]] ?? String(member[1])) : null;
      return [{ line: total.line, column: id, member: named, printed, added }];
    }),
  );
}
