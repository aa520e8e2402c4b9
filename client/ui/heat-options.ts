import type { EChartsCoreOption } from 'echarts/core';
import { type Drawing, frame, tones } from './chart-options.ts';
import type { ChartSeries } from './chart-series.ts';

const scales = {
  light: ['#e6f1f8', '#7fb2dc', '#1f6fb2', '#0b3a66'],
  dark: ['#22303b', '#2f6795', '#5aa7e6', '#d3ebff'],
};

interface HeatItem {
  value: [number, number, number];
}

/** A table of places, the first series at the top, each the stronger the more it holds; what is absent stays bare. */
export function heatOptions(
  drawing: Drawing,
  series: ChartSeries[],
  noData: string,
): EChartsCoreOption {
  const tone = tones[drawing.scheme];
  const { tooltip, xAxis, ...rest } = frame(drawing, series, noData);
  const data = series.flatMap(({ values }, row) =>
    values.flatMap((value, column) => (value === null ? [] : [[column, row, value]])),
  );
  const tip = ({ value: [column, row, value] }: HeatItem) =>
    `${series[row]?.label ?? ''}, ${drawing.categoryLabel(drawing.categories[column] ?? '')}: <b>${drawing.write(value)}</b>`;
  return {
    ...rest,
    grid: { left: 8, right: 8, top: 8, bottom: 48, outerBoundsMode: 'same' },
    tooltip: { ...tooltip, trigger: 'item', formatter: tip },
    xAxis: { ...xAxis, splitArea: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: series.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: tone.text, fontSize: 12 },
    },
    visualMap: {
      min: 0,
      max: Math.max(1, ...data.map(([, , value]) => value ?? 0)),
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 120,
      itemWidth: 12,
      text: [drawing.writeShort(Math.max(1, ...data.map(([, , value]) => value ?? 0))), '0'],
      textStyle: { color: tone.text, fontSize: 12 },
      inRange: { color: scales[drawing.scheme] },
    },
    series: [
      {
        type: 'heatmap',
        id: 'heat',
        data,
        itemStyle: { borderColor: tone.panel, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: tone.text } },
      },
    ],
  };
}
