import type { KindId } from '../../shared/output/kind-id.ts';
import type { MatrixCell, MonthMatrix } from '../../shared/output/matrix.ts';

/** One month of the matrix as a row of a table. */
export interface MatrixRow {
  month: string;
  cells: Map<KindId, MatrixCell>;
  /** All kinds together; absent where nobody counted any. */
  total: number | null;
}

function addUp(counts: number[]): number | null {
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** The months of a matrix as rows, in order. */
export function matrixRows({ months, cells }: MonthMatrix): MatrixRow[] {
  return months.map((month) => {
    const own = cells.filter((cell) => cell.month === month);
    return {
      month,
      cells: new Map(own.map((cell) => [cell.kind, cell])),
      total: addUp(own.map((cell) => cell.count)),
    };
  });
}

/** All kinds of all months together; absent where nobody counted any. */
export function matrixTotal({ cells }: MonthMatrix): number | null {
  return addUp(cells.map((cell) => cell.count));
}
