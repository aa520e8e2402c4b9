import type { EChartsCoreOption } from 'echarts/core';
import type { FileCell } from '../../shared/files/file-cell.ts';
import type { Drawing } from './chart-options.ts';
import { composePicture } from './chart-picture.ts';
import { addUp, type ChartSeries, type Precision } from './chart-series.ts';
import type { ExportTable } from './export-table.ts';

/** What leaves the screen of a chart. */
interface Exported extends Omit<Drawing, 'scheme' | 'isStill'> {
  title: string;
  categoryHeader: string;
  series: ChartSeries[];
  withLegend: boolean;
  options(drawing: Drawing, series: ChartSeries[], noData: string): EChartsCoreOption;
}

/** A day or month goes into files as what it is; a name as it is read. */
function categoryCell(category: string, label: string): FileCell {
  if (/^\d{4}-\d{2}-\d{2}$/.test(category)) return { day: category };
  return /^\d{4}-\d{2}$/.test(category) ? { month: category } : label;
}

/** The figures of one series, and how exact they are where not all of them are exact. */
function columnsOf(series: ChartSeries, categories: readonly string[], words: FileWords) {
  const { id, label, values, precisions = [], partials = [] } = series;
  const figure = (value: number | null | undefined): FileCell => {
    if (value === null || value === undefined || words.figures === undefined) return value ?? null;
    return words.figures === 'pesos' ? { pesos: value } : { share: value / 100 };
  };
  const isMixed = precisions.some((precision) => precision && precision !== 'exact');
  const header = `${label} (${words.unit})`;
  return [
    { header, cellAt: (at: number) => figure(values[at]), total: figure(addUp(values)) },
    ...(isMixed
      ? [
          {
            header: `${header}: ${words.precision}`,
            cellAt: (at: number) => {
              const precision = values[at] === null ? undefined : precisions[at];
              return precision ? words.precisions[precision] : null;
            },
            total: null,
          },
        ]
      : []),
    ...(partials.includes(true)
      ? [
          {
            header: `${header}: ${words.said}`,
            cellAt: (at: number) =>
              partials[at] ? (words.detail?.(categories[at] ?? '', id) ?? null) : null,
            total: null,
          },
        ]
      : []),
  ];
}

/** What the file of a chart says beside its figures. */
export interface FileWords {
  unit: string;
  figures: 'pesos' | 'percent' | undefined;
  precision: string;
  /** What a value is told to be of, where it is not of all its category. */
  said: string;
  detail?: ((category: string, seriesId: string) => string | undefined) | undefined;
  precisions: Record<Precision, string>;
  /** What the row of totals is called; absent where the figures do not add up. */
  total: string | undefined;
}

/** The figures of a chart, a row a category: every series of it, also those that the drawing puts together. */
export function tableOfChart(
  chart: Pick<Exported, 'title' | 'categoryHeader' | 'categories' | 'categoryLabel' | 'series'>,
  words: FileWords,
): ExportTable {
  const { title, categoryHeader, categories, categoryLabel } = chart;
  const columns = chart.series.flatMap((series) => columnsOf(series, categories, words));
  return {
    title,
    headers: [categoryHeader, ...columns.map(({ header }) => header)],
    rows: categories.map((category, at) => [
      categoryCell(category, categoryLabel(category)),
      ...columns.map(({ cellAt }) => cellAt(at)),
    ]),
    totals:
      words.total === undefined ? undefined : [words.total, ...columns.map(({ total }) => total)],
  };
}

const size = { width: 960, height: 400 };

/** The chart as SVG in light tones, as a report prints it, whatever the screen looks like. */
export function pictureOfChart(
  chart: Exported,
  words: { note: string; noData: string },
  drawSvg: (option: EChartsCoreOption, width: number, height: number) => string,
): string {
  const { title, options, series, withLegend, flags = [] } = chart;
  const option = options({ ...chart, scheme: 'light', isStill: true }, series, words.noData);
  return composePicture({
    ...size,
    title,
    note: words.note,
    drawing: drawSvg(option, size.width, size.height),
    legend: withLegend && series.length > 1 ? series : [],
    footnotes: flags.map(({ label }, index) => `${index + 1}. ${label}`),
  });
}
