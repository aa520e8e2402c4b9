import { lineOptions } from './chart-options.ts';
import { ChartPanel, type ChartProps } from './chart-panel.tsx';

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
