import { expect, it } from 'vitest';
import type { Language } from '../catalogue/text.ts';
import { progressLine } from './progress.ts';
import type { Terminal } from './surroundings.ts';

interface WatchedOptions {
  readonly showsProgress?: boolean;
  readonly width?: number;
  readonly wanted?: boolean;
  readonly language?: Language;
  readonly began?: number;
}

/**
 * What stands on the line at the end, and all that was written.
 * @param options `began`: when the first lines came, in milliseconds
 */
function watched(options: WatchedOptions = {}) {
  const { showsProgress = true, width = 80, wanted = true, language = 'nb', began = 0 } = options;
  let time = 1000;
  let written = '';
  const terminal: Terminal = {
    out: () => {
      throw new Error('progress is not for standard output');
    },
    err: (text) => {
      written += text;
    },
    width,
    colour: false,
    showsProgress,
  };
  const progress = progressLine(terminal, language, wanted, () => time);
  time = 1000 + began;
  progress.show(0, 0);
  return {
    progress,
    at(milliseconds: number) {
      time = 1000 + milliseconds;
      return progress;
    },
    written: () => written,
    line: () => written.split('\r').at(-1)?.trimEnd(),
  };
}

it('tells share, lines, lines a second and the time left', () => {
  const { at, line } = watched();
  at(2000).show(25_000, 0.25);
  expect(line()).toBe('[=====               ] 25 %  25 000 linjer, 12 500/s  6 s igjen');
  at(60_000).show(300_000, 0.3);
  expect(line()).toBe('[======              ] 30 %  300 000 linjer, 5 000/s  2 min 20 s igjen');
});

it('in English, and when all is read', () => {
  const { at, line } = watched({ language: 'en' });
  at(2000).show(25_000, 0.5);
  expect(line()).toBe('[==========          ] 50 %  25,000 lines, 12,500/s  2 s left');
  at(2001).show(50_000, 1);
  expect(line()).toBe('[====================] 100 %  50,000 lines, 24,988/s  writing');
});

it('without a known size there is no bar and no time left', () => {
  const { at, line } = watched();
  at(2000).show(25_000);
  expect(line()).toBe('25 000 linjer, 12 500/s');
});

it('counts from the first lines on, whatever was done before them', () => {
  const { at, line } = watched({ began: 60_000 });
  at(61_000).show(10_000, 0.5);
  expect(line()).toBe('[==========          ] 50 %  10 000 linjer, 10 000/s  1 s igjen');
});

it('of several catalogues counts those that are done', () => {
  const { at, line } = watched();
  at(2000).showCatalogues(3, 12);
  expect(line()).toBe('[=====               ] 25 %  3 av 12 kataloger');
});

it('a short run shows nothing, and a long one is not drawn at every batch', () => {
  const { at, written } = watched();
  at(600).show(1000, 0.5);
  expect(written()).toBe('');
  at(800).show(1000, 0.5);
  const once = written();
  at(900).show(2000, 0.6);
  expect(written()).toBe(once);
});

it('nothing is written where nobody watches, or nobody wants it', () => {
  for (const options of [{ showsProgress: false }, { wanted: false }]) {
    const { at, progress, written } = watched(options);
    at(5000).show(1000, 0.5);
    at(6000).showCatalogues(1, 2);
    progress.clear();
    expect(written()).toBe('');
  }
});

it('never breaks its line, and leaves an empty one', () => {
  for (const width of [2, 20, 40, 80, 200]) {
    const { at, progress, written } = watched({ width });
    at(60_000).show(1_000_000, 0.01);
    const longest = Math.max(
      ...written()
        .split('\r')
        .map((line) => line.length),
    );
    expect(longest).toBeLessThan(Math.min(width, 80));
    progress.clear();
    expect(written().endsWith('\r')).toBe(true);
    expect(written().split('\r').at(-2)?.trim()).toBe('');
  }
});
