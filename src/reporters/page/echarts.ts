/** The door of echarts: only what bar charts need of it, drawn into a text. */
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { type GridComponentOption, GridSimpleComponent } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridSimpleComponent, SVGRenderer]);

export type ChartOptions = ComposeOption<BarSeriesOption | GridComponentOption>;

/**
 * What stands inside the `svg` element.
 * @param width and `height` of its view box
 */
export function drawn(options: ChartOptions, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...options });
    return withoutStyles(chart.renderToSVGString({ useViewBox: true }));
  } finally {
    chart.dispose();
  }
}

/**
 * The page's policy lets no style attributes in, its style block says how letters look, and what names parts of a
 * living chart is of no use here.
 */
function withoutStyles(svg: string): string {
  const inner = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  return inner
    .replace(/\sstyle="font-size:([\d.]+)px;[^"]*"/g, ' font-size="$1"')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\s(?:style|class|xml:space|pointer-events|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/, '')
    .replace(/\n/g, '');
}
