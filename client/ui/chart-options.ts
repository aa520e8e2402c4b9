import type { EChartsCoreOption } from 'echarts/core';
import { type ChartFlag, flagSeries, flagsAt } from './chart-flags.ts';
import { type ChartSeries, writeValue } from './chart-series.ts';
import { seriesColors } from './series-colors.ts';

/** What the drawing of a chart depends on besides its series. */
export interface Drawing {
  categories: string[];
  categoryLabel(category: string): string;
  write(value: number): string;
  writeShort(value: number): string;
  /** Where a value comes from, shown beside it. */
  detail?(category: string, seriesId: string): string | undefined;
  /** Marked on the drawing, in order of day: what happened then, or a figure that was redefined. */
  flags?: ChartFlag[];
  scheme: 'light' | 'dark';
  isStill: boolean;
}

/** Neutral tones of drawings, by theme. */
export const tones = {
  light: { text: '#454e55', line: '#d8dcdf', panel: '#ffffff' },
  dark: { text: '#c0c6cb', line: '#454c53', panel: '#1b1f23' },
};

const decals = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [0, 8],
      [4, 4],
    ],
    dashArrayY: [4, 4],
    symbolSize: 0.6,
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: 0 },
  {
    symbol: 'triangle',
    dashArrayX: [
      [0, 9],
      [9, 9],
    ],
    dashArrayY: [9, 2],
    symbolSize: 0.7,
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 2 },
];

interface TipItem {
  dataIndex: number;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function tipOf(drawing: Drawing, series: ChartSeries[], noData: string) {
  return (items: TipItem | TipItem[]): string => {
    const index = (Array.isArray(items) ? items[0] : items)?.dataIndex ?? 0;
    const category = drawing.categories[index] ?? '';
    const lines = series.map((one) => {
      const { id, label, color, values } = one;
      const value = values[index] ?? null;
      const detail = (value !== null && drawing.detail?.(category, id)) || '';
      const swatch = `<span style="display:inline-block;width:10px;height:10px;margin-right:6px;background:${seriesColors[color][drawing.scheme]}"></span>`;
      return `<div>${swatch}${escapeText(label)}: <b>${escapeText(value === null ? noData : writeValue(one, index, drawing.write(value)))}</b> <small>${escapeText(detail)}</small></div>`;
    });
    const heading = drawing.categoryLabel(category);
    const notes = flagsAt(drawing.flags ?? [], drawing.categories, index).map(
      ({ number, label }) => `<div><small>${number}. ${escapeText(label)}</small></div>`,
    );
    return `<div><b>${escapeText(heading)}</b></div>${lines.join('')}${notes.join('')}`;
  };
}

/** What every drawing has: text, margins, tip and the axis of categories. */
export function frame(drawing: Drawing, series: ChartSeries[], noData: string) {
  const tone = tones[drawing.scheme];
  const text = { color: tone.text, fontFamily: 'Inter Variable, sans-serif', fontSize: 12 };
  return {
    animation: !drawing.isStill,
    animationDuration: 250,
    textStyle: text,
    grid: { left: 8, right: 16, top: 16, bottom: 8, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: tone.panel,
      borderColor: tone.line,
      textStyle: text,
      formatter: tipOf(drawing, series, noData),
    },
    xAxis: {
      type: 'category',
      data: drawing.categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tone.line } },
      axisLabel: {
        ...text,
        hideOverlap: true,
        formatter: (category: string) => drawing.categoryLabel(category),
      },
    },
  };
}

/** The axis of figures, with few and quiet lines. */
export function valueAxis(drawing: Drawing, fromZero: boolean) {
  const tone = tones[drawing.scheme];
  return {
    type: 'value',
    scale: !fromZero,
    min: fromZero ? (range: { min: number }) => Math.min(0, range.min) : undefined,
    splitNumber: 4,
    splitLine: { lineStyle: { color: tone.line, opacity: 0.6 } },
    axisLabel: {
      color: tone.text,
      fontSize: 12,
      formatter: (value: number) => drawing.writeShort(value),
    },
  };
}

/** Names beside a bar that lies take so much of it at most. */
const nameWidth = 150;

/** The same bars lying, from the topmost category, for categories whose names are long. */
export function lyingBarOptions(
  drawing: Drawing,
  series: ChartSeries[],
  noData: string,
): EChartsCoreOption {
  const { yAxis, xAxis, ...options } = barOptions(drawing, series, noData) as {
    xAxis: { axisLabel: object };
    yAxis: { axisLabel: object };
  };
  const axisLabel = {
    ...xAxis.axisLabel,
    hideOverlap: false,
    interval: 0,
    width: nameWidth,
    overflow: 'truncate',
  };
  const figures = { ...yAxis, axisLabel: { ...yAxis.axisLabel, hideOverlap: true } };
  return { ...options, xAxis: figures, yAxis: { ...xAxis, axisLabel, inverse: true } };
}

/** Bars stacked on one another, from zero, with a pattern besides the colour. */
export function barOptions(
  drawing: Drawing,
  series: ChartSeries[],
  noData: string,
): EChartsCoreOption {
  const ink = drawing.scheme === 'light' ? 'rgba(255,255,255,0.35)' : 'rgba(0,0,0,0.35)';
  return {
    ...frame(drawing, series, noData),
    yAxis: valueAxis(drawing, true),
    aria: {
      enabled: series.length > 1,
      label: { enabled: false },
      decal: { show: series.length > 1, decals: decals.map((decal) => ({ ...decal, color: ink })) },
    },
    series: [
      ...series.map(({ id, label, color, values }) => ({
        type: 'bar',
        id,
        name: label,
        stack: 'all',
        barMaxWidth: 48,
        data: values,
        color: seriesColors[color][drawing.scheme],
        emphasis: { focus: 'series' },
      })),
      ...flagSeries('bar', drawing),
    ],
  };
}
