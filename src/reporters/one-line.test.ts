import { expect, it } from 'vitest';
import { oneLine } from './one-line.ts';

it('line breaks become a space', () => {
  expect(oneLine('to\r\nlinjer\tog\u2028mer', 50)).toBe('to linjer og mer');
});

it('terminal commands and direction marks are shown, not obeyed', () => {
  expect(oneLine('\u001b[2Jsletter\u0000\u009b\u202e', 50)).toBe('\ufffd[2Jsletter\ufffd\ufffd\ufffd');
});

it('a no-break space and Norwegian letters stay', () => {
  expect(oneLine('1\u00a0234,50 kr på øya', 50)).toBe('1\u00a0234,50 kr på øya');
});

it('long text is cut between characters, never inside one', () => {
  expect(oneLine('abcdef', 6)).toBe('abcdef');
  expect(oneLine('abcdefg', 6)).toBe('abcde…');
  expect(oneLine('😀😀😀😀', 3)).toBe('😀😀…');
  expect(oneLine('😀😀😀', 3)).toBe('😀😀😀');
});
