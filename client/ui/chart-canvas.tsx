import { dispose, type EChartsCoreOption, getInstanceByDom, init } from 'echarts/core';
import ReactECharts from 'echarts-for-react/esm/core';

export interface ChartCanvasProps {
  option: EChartsCoreOption;
  height: number;
  onSelect?: (categoryIndex: number, seriesId: string) => void;
}

interface Clicked {
  dataIndex: number;
  seriesId?: string;
}

/** The drawing of a chart, by the parts of the library that `bar-canvas` or `line-canvas` brought. */
export function ChartCanvas({ option, height, onSelect }: ChartCanvasProps) {
  return (
    <ReactECharts
      echarts={{ init, dispose, getInstanceByDom }}
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
