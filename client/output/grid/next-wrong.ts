import type { WrongCells } from '../../grid/grid-line.tsx';
import type { CellPlace } from '../../grid/grid-rows.ts';

/** The first wrong cell after this one, going around; nothing where all is well. */
export function nextWrong(
  wrong: ReadonlyMap<number, WrongCells>,
  columns: readonly string[],
  { row, column }: CellPlace,
): CellPlace | undefined {
  const places = [...wrong].flatMap(([at, cells]) =>
    Object.keys(cells).map((id) => ({ row: at, column: columns.indexOf(id) })),
  );
  const width = columns.length;
  const rank = (place: CellPlace) => place.row * width + place.column;
  const sorted = places.filter((place) => place.column >= 0).sort((a, b) => rank(a) - rank(b));
  return sorted.find((place) => rank(place) > row * width + column) ?? sorted[0];
}
