import { ChartPanel, type ChartProps } from './chart-panel.tsx';
import { heatOptions } from './heat-options.ts';

/** A map of heat: one row a series, one column a category. */
export function HeatChart(props: ChartProps) {
  return (
    <ChartPanel
      {...props}
      kind="heat"
      options={heatOptions}
      withTotals={false}
      withLegend={false}
    />
  );
}
