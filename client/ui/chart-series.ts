import type { SeriesColor } from './series-colors.ts';

/** How exact a figure is. */
export type Precision = 'exact' | 'rounded' | 'estimated';

/** What stands before a figure that is not exact: `≈ ` when its source rounded it, `~ ` when it is estimated. */
export function precisionMark(precision: Precision | undefined): string {
  if (precision === 'rounded') return '≈\u00a0';
  return precision === 'estimated' ? '~\u00a0' : '';
}

/** A value of a series as it is written: how exact it is, and a mark where it is not of all its category. */
export function writeValue(
  { precisions, partials }: Pick<ChartSeries, 'precisions' | 'partials'>,
  index: number,
  written: string,
): string {
  return `${precisionMark(precisions?.[index])}${written}${partials?.[index] ? '*' : ''}`;
}

/** A series in the pieces between its breaks, each as long as the whole; the first keeps its identifier. */
export function cutAtBreaks(series: ChartSeries): ChartSeries[] {
  const { id, values, breaksAt = [] } = series;
  const ends = [...breaksAt.filter((at) => at > 0 && at < values.length), values.length];
  return ends.map((end, piece) => {
    const start = ends[piece - 1] ?? 0;
    return {
      ...series,
      id: piece === 0 ? id : `${id}#${piece}`,
      values: values.map((value, at) => (at >= start && at < end ? value : null)),
    };
  });
}

/** One series: a value for each category, null where there is none. */
export interface ChartSeries {
  id: string;
  label: string;
  color: SeriesColor;
  values: (number | null)[];
  /** How exact each value is, in their order; exact where it is absent. */
  precisions?: (Precision | undefined)[];
  /** Which values tell of less than their whole category: they are marked; `detail` says of what. */
  partials?: boolean[];
  /** Places where the figure was redefined: the line is cut before each, for it is no change. */
  breaksAt?: number[];
}

const mostSeries = 7;

/** The sum of what is present; null where nothing is. */
export function addUp(values: (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
}

/** The sum of a series; null when it has no value at all. */
export function totalOf(series: ChartSeries): number | null {
  return addUp(series.values);
}

/** At most seven series: the smallest of more are added up as one under `label`. */
export function foldSeries(series: ChartSeries[], label: string): ChartSeries[] {
  if (series.length <= mostSeries) return series;
  const bySize = [...series].sort((a, b) => (totalOf(b) ?? 0) - (totalOf(a) ?? 0));
  const kept = new Set(bySize.slice(0, mostSeries - 1).map(({ id }) => id));
  const rest = series.filter(({ id }) => !kept.has(id));
  const length = Math.max(...series.map(({ values }) => values.length));
  const values = Array.from({ length }, (_, index) =>
    addUp(rest.map((one) => one.values[index] ?? null)),
  );
  return [
    ...series.filter(({ id }) => kept.has(id)),
    { id: 'others', label, color: 'grey', values },
  ];
}

/** Whether there is nothing to draw. */
export function hasNoValues(series: ChartSeries[]): boolean {
  return series.every(({ values }) => values.every((value) => value === null));
}
