import { BarChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  GridComponent,
  TooltipComponent,
  AriaComponent,
  MarkAreaComponent,
  MarkLineComponent,
  SVGRenderer,
]);

export { ChartCanvas as default } from './chart-canvas.tsx';
export { drawSvg } from './draw-svg.ts';
