import type { EChartsCoreOption } from 'echarts/core';
import { flagSeries } from './chart-flags.ts';
import { type Drawing, frame, tones, valueAxis } from './chart-options.ts';
import { type ChartSeries, cutAtBreaks, type Precision } from './chart-series.ts';
import { seriesColors } from './series-colors.ts';

/** Signs for what is not exact: told from a line by their shape alone. */
const signs: Partial<Record<Precision, string>> = {
  rounded: 'emptyCircle',
  estimated: 'emptyTriangle',
};

/** More signs than this on one line would hide it: then only every so many carries its sign. */
const mostSigns = 60;

function pointOf({ values, precisions, partials }: ChartSeries, index: number) {
  const value = values[index] ?? null;
  if (value === null) return { value, symbol: 'none' };
  if (partials?.[index]) return { value, symbol: 'emptyDiamond', symbolSize: 9 };
  const isAlone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  const sign = signs[precisions?.[index] ?? 'exact'];
  const step = Math.ceil(values.length / mostSigns);
  if (sign && (isAlone || index % step === 0)) return { value, symbol: sign };
  return { value, symbol: isAlone ? 'circle' : 'none' };
}

const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 4], [2, 6], [6, 2]];

function linesOf(drawing: Drawing, one: ChartSeries, index: number): object[] {
  const pieces = cutAtBreaks(one);
  return pieces.map((piece, at) => ({
    type: 'line',
    id: piece.id,
    name: one.label,
    data: piece.values.map((_, place) => pointOf(piece, place)),
    connectNulls: false,
    // A reading between two gaps is a point, which the axis must not thin out with its labels.
    showAllSymbol: true,
    symbolSize: 6,
    color: seriesColors[one.color][drawing.scheme],
    lineStyle: { width: 2, type: dashes[index % dashes.length] },
    endLabel: {
      show: at === pieces.length - 1,
      formatter: one.label,
      color: tones[drawing.scheme].text,
      fontSize: 12,
      width: 100,
      overflow: 'truncate',
    },
    labelLayout: { moveOverlap: 'shiftY' },
  }));
}

/** Lines that break where there is no value or the figure was redefined, each named at its end. */
export function lineOptions(
  drawing: Drawing,
  series: ChartSeries[],
  noData: string,
): EChartsCoreOption {
  const { xAxis, ...rest } = frame(drawing, series, noData);
  const top = drawing.flags?.length ? 28 : 16;
  return {
    ...rest,
    xAxis: {
      ...xAxis,
      boundaryGap: false,
      axisLabel: { ...xAxis.axisLabel, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    grid: { left: 8, right: 110, top, bottom: 8, outerBoundsMode: 'same' },
    yAxis: valueAxis(drawing, false),
    series: [
      ...series.flatMap((one, index) => linesOf(drawing, one, index)),
      ...flagSeries('line', drawing),
    ],
  };
}
