import fc from 'fast-check';
import { expect, it } from 'vitest';
import { terminalWidth, wrap } from './wrap.ts';

it('text breaks at spaces, with its indent', () => {
  expect(wrap('en to tre fire', 10, '  ', '- ')).toEqual(['- en to', '  tre fire']);
});

it('an amount stays whole', () => {
  expect(wrap('prisen er 1\u00a0234,50\u00a0kr', 16, '', '')).toEqual(['prisen er', '1\u00a0234,50\u00a0kr']);
});

it('a word too long for a line is cut, never inside a character', () => {
  expect(wrap('a bbbbbbbb', 4, '', '')).toEqual(['a', 'bbbb', 'bbbb']);
  expect(wrap('😀😀😀', 5, '', '')).toEqual(['😀😀', '😀']);
});

it('no line is too long, and nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 30 })),
      fc.integer({ min: 6, max: 40 }),
      (words, width) => {
        const text = words.join(' ');
        const lines = wrap(text, width, '  ', '- ');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        expect(
          lines
            .map((line) => line.slice(2))
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
      },
    ),
  );
});

it('a terminal is taken to be of a readable width', () => {
  expect([10, 72, 400].map(terminalWidth)).toEqual([40, 72, 100]);
});
