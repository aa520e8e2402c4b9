import { lyingBarOptions } from './chart-options.ts';
import { ChartPanel, type ChartProps } from './chart-panel.tsx';

const barHeight = 30;
const axisHeight = 50;

/** Stacked bars that lie, one below another, for categories that have names; as high as they need. */
export function LyingBarChart(props: Omit<ChartProps, 'height'>) {
  const height = axisHeight + Math.max(4, props.categories.length) * barHeight;
  return (
    <ChartPanel
      {...props}
      height={height}
      kind="bar"
      options={lyingBarOptions}
      withTotals
      withLegend
    />
  );
}
