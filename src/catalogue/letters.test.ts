import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWithinLetter, letterCount } from './letters.ts';

const UNITS = ['a', 'å', '–', '\ud83d', '\ude00', '😀', '\u0301'];
const texts = fc.array(fc.constantFrom(...UNITS), { maxLength: 12 }).map((units) => units.join(''));

it('letters are counted as the language counts code points', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(letterCount(text)).toBe([...text].length);
    }),
  );
});

it('a cut is within a letter where one letter becomes two', () => {
  fc.assert(
    fc.property(texts, fc.nat(12), (text, at) => {
      const parts = letterCount(text.slice(0, at)) + letterCount(text.slice(at));
      expect(isWithinLetter(text, at)).toBe(parts > letterCount(text));
    }),
  );
});
