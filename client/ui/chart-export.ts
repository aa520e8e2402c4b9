import type { EChartsCoreOption } from 'echarts/core';
import type { Drawing } from './chart-options.ts';
import { composePicture } from './chart-picture.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ExportTable } from './export-table.ts';

/** What leaves the screen of a chart. */
interface Exported extends Omit<Drawing, 'scheme' | 'isStill'> {
  title: string;
  categoryHeader: string;
  series: ChartSeries[];
  withLegend: boolean;
  options(drawing: Drawing, series: ChartSeries[], noData: string): EChartsCoreOption;
}

/** A day or month goes into files as it is, in an order that programs know; a name as it is read. */
const isoDate = /^\d{4}-\d{2}(-\d{2})?$/;

/** The figures of a chart, a row a category. */
export function tableOfChart(chart: Exported): ExportTable {
  const { title, categoryHeader, categories, categoryLabel, series } = chart;
  return {
    title,
    headers: [categoryHeader, ...series.map(({ label }) => label)],
    rows: categories.map((category, index) => [
      isoDate.test(category) ? category : categoryLabel(category),
      ...series.map(({ values }) => values[index] ?? null),
    ]),
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
