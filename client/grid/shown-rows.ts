/** Rows of the grid that are drawn, and how many are left out before them. */
export interface DrawnRow {
  row: number;
  skipped: number;
}

/** What is in sight of all rows. */
export interface Sight {
  /** How far the rows are scrolled, and how high the sight is, in rows. */
  first: number;
  count: number;
  total: number;
  /** The row that has the keyboard is always drawn. */
  active: number;
}

/** Up to so many rows, all are drawn. */
const drawnWhole = 120;
/** Rows drawn above and below those in sight. */
const margin = 12;

/** Which rows are drawn; the rest are room that is left for them. `after` follows the last. */
export function shownRows({ first, count, total, active }: Sight): {
  drawn: DrawnRow[];
  after: number;
} {
  const whole = total <= drawnWhole;
  const from = whole ? 0 : Math.max(0, Math.min(first - margin, total - 1));
  const to = whole ? total - 1 : Math.min(total - 1, first + count + margin);
  const rows = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (active < from) rows.unshift(active);
  if (active > to && active < total) rows.push(active);
  const drawn = rows.map((row, index) => ({ row, skipped: row - (rows[index - 1] ?? -1) - 1 }));
  return { drawn, after: total - 1 - (rows.at(-1) ?? -1) };
}
