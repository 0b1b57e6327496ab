import { expect, it } from 'vitest';
import { classOf } from './class-terms.ts';

const words = {
  genericTerms: [
    { unspsc: '44', terms: ['kontorrekvisita'], wants: [] },
    { unspsc: '441217', terms: ['–', 'penn'], wants: [] },
  ],
};

it.each([
  ['44121704', '–'],
  ['44122003', 'kontorrekvisita'],
  ['44000000', 'kontorrekvisita'],
  ['14111704', undefined],
])('%s is usually called %s', (unspsc, usual) => {
  expect(classOf(words, unspsc)?.usual).toBe(usual);
});

it('a term without words is no word of a name', () => {
  expect(classOf(words, '44121704')?.isTerm('penner')).toBe(true);
  expect(classOf(words, '44121704')?.isTerm('–')).toBe(false);
});
