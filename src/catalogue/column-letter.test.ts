import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnIndex, columnLetter } from './column-letter.ts';

describe('a column letter is the one a spreadsheet shows', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('%i is %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
    expect(columnIndex(letter)).toBe(index);
  });

  it('and leads back to its column', () => {
    fc.assert(fc.property(fc.nat({ max: 18_277 }), (index) => columnIndex(columnLetter(index)) === index));
  });

  it('in small letters too', () => {
    expect(columnIndex('ab')).toBe(27);
  });

  it.each(['', '1', 'A1', 'Æ', 'AAAA', ' A'])('%j is none', (text) => {
    expect(columnIndex(text)).toBeUndefined();
  });
});
