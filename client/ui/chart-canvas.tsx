import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import ReactECharts from 'echarts-for-react/esm/core';

echarts.use([
  BarChart,
  LineChart,
  GridComponent,
  TooltipComponent,
  AriaComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer,
]);

interface ChartCanvasProps {
  option: echarts.EChartsCoreOption;
  height: number;
  onSelect?: (categoryIndex: number, seriesId: string) => void;
}

interface Clicked {
  dataIndex: number;
  seriesId?: string;
}

/** The drawing of a chart; its own chunk, since it brings the charting library. */
export default function ChartCanvas({ option, height, onSelect }: ChartCanvasProps) {
  return (
    <ReactECharts
      echarts={echarts}
      option={option}
      notMerge
      opts={{ renderer: 'svg' }}
      style={{ height, width: '100%' }}
      onEvents={
        onSelect && {
          click: ({ dataIndex, seriesId }: Clicked) => onSelect(dataIndex, seriesId ?? ''),
        }
      }
    />
  );
}
