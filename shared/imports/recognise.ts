import { type Cell, foldHeading, type TableRow } from '../files/table.ts';
import type { Metric } from '../social/metrics.ts';
import type { NetworkId } from '../social/networks.ts';
import { type ColumnName, columnNames, type FileKind, fileKinds } from './file-kinds.ts';

/** Where each column of a recognised file stands. */
export type Columns = Partial<Record<ColumnName, number>>;

/** A file whose headings were found. */
export interface Recognised {
  kind: FileKind;
  columns: Columns;
  /** Where its rows begin in the table. */
  firstRow: number;
  /** What stands above the headings, if anything. */
  title: string | null;
}

/** Headings stand among the first lines: files may begin with a title and notes. */
const linesLookedAt = 20;

/** No export has as many columns. */
const columnsLookedAt = 200;

function findColumns(kind: FileKind, headings: readonly string[]): Columns | undefined {
  const columns: Columns = {};
  for (const name of columnNames) {
    const at = headings.findIndex((heading) => kind.headings[name]?.includes(heading));
    if (at >= 0) columns[name] = at;
  }
  const isWhole = kind.required.every((name) => columns[name] !== undefined);
  const isMarked = !kind.marks || kind.marks.some((mark) => headings.includes(mark));
  const isOther = kind.never?.some((mark) => headings.includes(mark)) ?? false;
  return isWhole && isMarked && !isOther ? columns : undefined;
}

function recogniseRow(cells: readonly Cell[]): { kind: FileKind; columns: Columns } | undefined {
  const headings = cells.slice(0, columnsLookedAt).map(foldHeading);
  let best: { kind: FileKind; columns: Columns } | undefined;
  for (const kind of fileKinds) {
    const columns = findColumns(kind, headings);
    const isBetter =
      columns && (!best || Object.keys(columns).length > Object.keys(best.columns).length);
    if (isBetter) best = { kind, columns };
  }
  return best;
}

/** Finds which export a table is by its headings, whatever their order; nothing when none fits. */
export function recognise(rows: readonly TableRow[]): Recognised | undefined {
  for (let at = 0; at < Math.min(rows.length, linesLookedAt); at += 1) {
    const found = recogniseRow(rows[at]?.cells ?? []);
    if (!found) continue;
    const above = rows
      .slice(0, at)
      .map(({ cells }) =>
        cells.slice(0, columnsLookedAt).filter((cell) => foldHeading(cell) !== ''),
      )
      .filter(([first, ...rest]) => first !== undefined && rest.length === 0);
    return { ...found, firstRow: at + 1, title: String(above.at(-1)?.[0] ?? '').trim() || null };
  }
  return undefined;
}

/** What the title of a Meta series says: which metric it holds, and of which network where it tells. */
export interface SeriesTitle {
  /** Null: a metric that is not kept. */
  metric: Metric | null;
  network: NetworkId | null;
}

const seriesMetrics: [pattern: RegExp, metric: Metric | null][] = [
  [/unfollows|dejaron de seguir/, 'unfollows'],
  [/visits|visitas/, null],
  [/link clicks|clics/, null],
  [/follows|seguimientos/, 'follows'],
  [/interactions|interacciones/, 'engagements'],
  [/viewers|espectadores|reach|alcance/, 'reach'],
  [/views|visualizaciones|vistas/, 'views'],
];

/** Reads the title of a Meta series; nothing when it says nothing known. */
export function readSeriesTitle(title: string | null): SeriesTitle | undefined {
  const folded = foldHeading(title ?? '');
  const found = seriesMetrics.find(([pattern]) => pattern.test(folded));
  if (!found) return undefined;
  const network = /facebook/.test(folded)
    ? 'facebook'
    : /instagram/.test(folded)
      ? 'instagram'
      : null;
  return { metric: found[1], network };
}
