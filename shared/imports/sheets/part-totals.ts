import { isSummaryName, isSumName } from '../../files/table.ts';
import { isBlank, type SheetRow } from './sheet.ts';
import type { SheetLayout, SheetTarget } from './target.ts';

/** The places of the cells that name the rows of a target that keeps totals, in the order of its columns. */
export function namePlaces(target: SheetTarget, { columns }: SheetLayout): number[] {
  if (!target.keepsTotals) return [];
  return target.columns.flatMap(({ id, type, isRequired }) => {
    const place = columns.find(({ to }) => to === id)?.index;
    return type === 'text' && isRequired && place !== undefined ? [place] : [];
  });
}

/** Tells the rows that add up others from the rest, by their first words or by what names them. */
export function partTotals(
  rows: readonly SheetRow[],
  places: readonly number[],
): ReadonlySet<SheetRow> {
  const isTotal = ({ cells }: SheetRow) =>
    isSummaryName(cells.find((cell) => !isBlank(cell))) ||
    places.some((place) => isSummaryName(cells[place]));
  const totals = new Set(rows.filter(isTotal));
  // A table of totals alone, such as all received, answered and pending, adds up none of its rows.
  return places.length > 0 && totals.size > 1 && totals.size === rows.length
    ? new Set<SheetRow>()
    : totals;
}

/** Whether a row is the plain sum of others, which its table can be held against; a mean or a running sum is not. */
export const isSum = ({ cells }: SheetRow) => cells.some((cell) => isSumName(cell));
