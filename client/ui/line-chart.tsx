import { ChartPanel, type ChartProps } from './chart-panel.tsx';
import { lineOptions } from './line-options.ts';

/** Lines that break at gaps and carry their names at the end. */
export function LineChart(props: ChartProps) {
  return (
    <ChartPanel
      {...props}
      kind="line"
      options={lineOptions}
      withTotals={false}
      withLegend={false}
    />
  );
}
