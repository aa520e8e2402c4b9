import { LineChart } from 'echarts/charts';
import {
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  LineChart,
  GridComponent,
  TooltipComponent,
  LabelLayout,
  MarkAreaComponent,
  MarkLineComponent,
  SVGRenderer,
]);

export { ChartCanvas as default } from './chart-canvas.tsx';
export { drawSvg } from './draw-svg.ts';
