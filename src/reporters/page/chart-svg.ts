/**
 * Bar charts as static SVG. The one door of echarts, which is loaded when a page has something to draw: it is as large
 * as all the rest.
 */
import { oneLine } from '../one-line.ts';
import type { ChartOptions } from './echarts.ts';
import { type Markup, trusted } from './markup.ts';

/** A colour of the page's style; it follows the reader's light or dark mode. */
export type Tone = 'up' | 'down' | 'error' | 'warning' | 'info' | 'now' | 'before';

export interface Bar {
  readonly value: number;
  /** The value as a person reads it. */
  readonly shown: string;
  readonly tone: Tone;
}

export interface BarChart {
  /** `columns` stand beside each other, `rows` below each other with their names to the left. */
  readonly form: 'columns' | 'rows';
  readonly names: readonly string[];
  /** One bar for each name in each of the series. */
  readonly series: readonly (readonly Bar[])[];
  /** The series share a row each: those below zero to the left, the others to the right. */
  readonly stacked?: true;
}

/** Units of the drawing; the page scales it. */
const WIDTH = 400;
const ROW = 34;
const COLUMNS_HEIGHT = 260;
const FONT_SIZE = 12;
/** Under columns, which are narrow. */
const SMALL_FONT_SIZE = 10.5;
const NAMES_WIDTH = 158;
/** Letters on a line of a name; fonts differ, so that is on the safe side. */
const NAME_LETTERS = 21;

/** @param label what the chart shows, for those who do not see it */
export async function chartSvg(chart: BarChart, label: Markup): Promise<Markup> {
  const { drawn } = await import('./echarts.ts');
  const height = chart.form === 'columns' ? COLUMNS_HEIGHT : chart.names.length * ROW + 8;
  const svg = drawn(chart.form === 'columns' ? columnsOf(chart) : rowsOf(chart), WIDTH, height);
  return trusted(
    `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label.text}">${svg}</svg>`,
  );
}

function columnsOf({ names, series }: BarChart): ChartOptions {
  return {
    grid: { left: 2, right: 2, top: 20, bottom: 40 },
    xAxis: {
      type: 'category',
      data: [...names],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--chart-line)' } },
      axisLabel: { color: 'var(--ink)', fontSize: SMALL_FONT_SIZE, lineHeight: 14, interval: 0 },
    },
    yAxis: { type: 'value', show: false },
    series: series.map((bars) => ({ ...BARS, barCategoryGap: '16%', data: bars.map((bar) => datum(bar, 'top')) })),
  };
}

function rowsOf({ names, series, stacked }: BarChart): ChartOptions {
  return {
    grid: { left: NAMES_WIDTH, right: 0, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false, ...valueRange(series) },
    yAxis: {
      type: 'category',
      data: names.map(inTwoLines),
      inverse: true,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: 'var(--ink)', fontSize: FONT_SIZE, lineHeight: 14, interval: 0 },
    },
    series: series.map((bars) => ({
      ...BARS,
      ...(stacked ? { stack: 'both' } : {}),
      barCategoryGap: '28%',
      barGap: '10%',
      data: bars.map((bar) => datum(bar, bar.value < 0 ? 'left' : 'right')),
    })),
  };
}

const BARS = { type: 'bar', silent: true, emphasis: { disabled: true } } as const;

function datum({ value, shown, tone }: Bar, position: 'top' | 'left' | 'right') {
  return {
    value,
    itemStyle: { color: `var(--chart-${tone})`, borderRadius: 2 },
    label: {
      show: true,
      position,
      formatter: () => shown,
      color: 'var(--ink)',
      textBorderWidth: 0,
      fontSize: FONT_SIZE,
    },
  };
}

/** With room beside the longest bars for what is written there. */
function valueRange(series: BarChart['series']): { readonly min: number; readonly max: number } {
  const values = series.flat().map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = LABEL_SHARE * (most - least || 1);
  return { min: least < 0 ? least - room : 0, max: most > 0 ? most + room : 0 };
}

/** Of the span of the values. */
const LABEL_SHARE = 0.3;

/** What does not fit on two lines is cut. */
function inTwoLines(name: string): string {
  if (name.length <= NAME_LETTERS) return name;
  const space = name.lastIndexOf(' ', NAME_LETTERS);
  const at = space > 0 ? space : NAME_LETTERS;
  return `${name.slice(0, at)}\n${oneLine(name.slice(at).trimStart(), NAME_LETTERS)}`;
}
