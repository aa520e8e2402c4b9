import type { CountSource } from '../../../shared/output/matrix.ts';
import type { CountsBy, MatrixBy } from '../../../shared/output/matrix-by.ts';

/** What is counted, how it is known, and what was counted a year before. */
export interface PartCount {
  /** Absent where nobody counted. */
  count: number | null;
  sources: CountSource[];
  /** The year before; absent where nobody counted, and left out where there is no year to compare with. */
  before?: number | null;
  /** How many are planned and not done, where any are. */
  planned?: number;
}

/** One line of the table: a row of the matrix, or a part of its period. */
export interface MatrixLine {
  id: string;
  cells: Map<string, PartCount>;
  total: PartCount;
}

/** The matrix as a table has it, with the sums of its columns. */
export interface MatrixLines {
  lines: MatrixLine[];
  columns: { id: string; total: PartCount }[];
  total: PartCount;
}

const keyOf = (row: string, period: string) => `${period} ${row}`;

function indexCounts(counts: CountsBy) {
  return {
    cells: new Map(counts.cells.map((cell) => [keyOf(cell.row, cell.period), cell])),
    rows: new Map(counts.rowTotals.map(({ row, count }) => [row, count])),
    periods: new Map(counts.periodTotals.map(({ period, count }) => [period, count])),
    total: counts.total,
  };
}

/** Makes lines of rows, with the period across, or of the period, with the rows across. */
export function lineUp(matrix: MatrixBy, linesAre: 'rows' | 'periods'): MatrixLines {
  const own = indexCounts(matrix);
  const last = matrix.lastYear?.total != null ? indexCounts(matrix.lastYear) : null;
  const planned = new Map(
    matrix.planned.map(({ row, period, count }) => [keyOf(row, period), count]),
  );
  const compared = (count: number | undefined | null, before: number | undefined | null) =>
    last ? { count: count ?? null, before: before ?? null } : { count: count ?? null };
  const cellAt = (row: string, period: string): PartCount => {
    const key = keyOf(row, period);
    const cell = own.cells.get(key);
    const beside = planned.get(key);
    return {
      ...compared(cell?.count, last?.cells.get(key)?.count),
      sources: cell?.sources ?? [],
      ...(beside === undefined ? {} : { planned: beside }),
    };
  };
  const rowTotal = (row: string): PartCount => ({
    ...compared(own.rows.get(row), last?.rows.get(row)),
    sources: [],
  });
  const periodTotal = (period: string): PartCount => ({
    ...compared(own.periods.get(period), last?.periods.get(period)),
    sources: [],
  });
  const rows = matrix.rows.map(({ id }) => id);
  const [down, across] = linesAre === 'rows' ? [rows, matrix.periods] : [matrix.periods, rows];
  const [downTotal, acrossTotal] =
    linesAre === 'rows' ? [rowTotal, periodTotal] : [periodTotal, rowTotal];
  return {
    lines: down.map((id) => ({
      id,
      cells: new Map(
        across.map((other) => [other, linesAre === 'rows' ? cellAt(id, other) : cellAt(other, id)]),
      ),
      total: downTotal(id),
    })),
    columns: across.map((id) => ({ id, total: acrossTotal(id) })),
    total: { ...compared(own.total, last?.total), sources: [] },
  };
}
