import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  const words = ['supplier', 'scope', 'prices', 'previous', 'price/above-agreed', 'price/change-limit'];

  it.each([
    ['a letter left out', 'suplier', 'supplier'],
    ['a letter too many', 'scoope', 'scope'],
    ['two letters swapped in a short word', 'scoep', 'scope'],
    ['another case', 'SCOPE', 'scope'],
    ['only a part of the name', 'above-agreed', 'price/above-agreed'],
  ])('finds the word behind %s', (_, typed, meant) => {
    expect(nearest(typed, words)).toEqual([meant]);
  });

  it('suggests nothing for a word that is like none', () => {
    expect(nearest('colour', words)).toEqual([]);
    expect(nearest('nn', ['nb', 'en'])).toEqual([]);
  });

  it('gives the best first, then what is hardly further off, and no more than asked for', () => {
    expect(nearest('label/lst', ['label/last', 'label/lost', 'label/lest', 'label/list/x'], 3)).toEqual([
      'label/last',
      'label/lest',
      'label/lost',
    ]);
    expect(nearest('Europe/Olso', ['Europe/Kirov', 'Europe/Lisbon', 'Europe/Oslo'], 3)).toEqual(['Europe/Oslo']);
  });
});
