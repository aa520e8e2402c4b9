import { type EChartsCoreOption, init } from 'echarts/core';

/** Draws a chart off the screen, with the parts of the library that its canvas brought. */
export function drawSvg(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
