import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type BarChart, chartSvg } from './chart-svg.ts';
import { html } from './markup.ts';

const bar = (value: number) => ({ value, shown: `${value} stk`, tone: 'up' as const });
const draw = async (chart: Partial<BarChart>) =>
  (await chartSvg({ form: 'rows', names: ['Papir', 'Lim'], series: [[bar(3), bar(1)]], ...chart }, html`Diagram`)).text;

/** @throws for markup that is not well formed */
function textsOf(svg: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return texts.filter((text) => text.trim() !== '');
}

describe('a bar chart', () => {
  it('has a name for each bar and its value as people read it', async () => {
    for (const form of ['rows', 'columns'] as const)
      expect([...textsOf(await draw({ form }))].sort()).toEqual(['1 stk', '3 stk', 'Lim', 'Papir']);
  });

  it('says what it is to those who do not see it, and is drawn in colours of the page', async () => {
    const svg = await draw({});
    expect(svg).toMatch(/^<svg class="chart" viewBox="0 0 400 \d+" role="img" aria-label="Diagram">/);
    expect(svg).toContain('fill="var(--chart-up)"');
  });

  it('has nothing in it that a strict policy forbids', async () => {
    expect(await draw({})).not.toMatch(/\sstyle=|<style|<script|ecmeta|https?:/);
  });

  it('is the same each time', async () => {
    expect(await draw({})).toBe(await draw({}));
  });

  it('takes names for text, whatever stands in them', async () => {
    const names = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'];
    const svg = await draw({ names });
    expect(svg).not.toMatch(/<script|<img/);
    expect(textsOf(svg).join('').replaceAll(' ', '')).toContain('<script>alert(1)');
  });

  it('draws values below zero to the other side', async () => {
    const svg = await draw({
      stacked: true,
      series: [
        [bar(-2), bar(-1)],
        [bar(3), bar(0)],
      ],
    });
    expect(textsOf(svg)).toContain('-2 stk');
  });
});
