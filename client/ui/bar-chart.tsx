import { barOptions } from './chart-options.ts';
import { ChartPanel, type ChartProps } from './chart-panel.tsx';

/** Stacked bars from zero; the table twin adds up each series. */
export function BarChart(props: ChartProps) {
  return <ChartPanel {...props} kind="bar" options={barOptions} withTotals withLegend />;
}
