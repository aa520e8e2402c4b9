import { useMemo, useState } from 'react';
import type { TableSort } from '../../ui/table-column.ts';
import type { MatrixLine } from './matrix-lines.ts';
import { useFoundRows } from './use-found-rows.ts';

const byTotal = (one: MatrixLine, other: MatrixLine) =>
  (one.total.count ?? -1) - (other.total.count ?? -1);

/** The lines of a matrix as a list: searched by name, in their own order or by their totals, paged. */
export function useFoundLines(lines: readonly MatrixLine[], lineName: (id: string) => string) {
  const [sort, onSort] = useState<TableSort>({ column: 'line', descending: false });
  const sorted = useMemo(() => {
    const inOrder = sort.column === 'total' ? [...lines].sort(byTotal) : [...lines];
    return sort.descending ? inOrder.reverse() : inOrder;
  }, [lines, sort]);
  return { sort, onSort, ...useFoundRows(sorted, ({ id }) => lineName(id), 50) };
}
