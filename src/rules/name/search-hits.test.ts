import { expect, it } from 'vitest';
import { searchTaker } from './search-hits.ts';

const SEARCHES = ['kulepenn', 'blå penn', 'kaffe filter', 'a4', 'tavlesvamp', 'penner rød'].map((text) => ({
  text,
  count: 10,
}));

const met = (...lines: readonly { name?: string; description?: string; keywords?: string }[]) => {
  const taker = searchTaker({ searches: SEARCHES });
  for (const line of lines) taker.add(line);
  return SEARCHES.filter((_, position) => taker.met.has(position)).map(({ text }) => text);
};

it('a search of two letters finds something everywhere, whatever the lines say', () => {
  expect(met()).toEqual(['a4']);
});

it('finds what stands in name, description or keywords, in any case, also as part of a word', () => {
  expect(met({ name: 'Kulepenner 50 stk' })).toEqual(['kulepenn', 'a4']);
  expect(met({ description: 'Passer til TAVLESVAMP' })).toEqual(['a4', 'tavlesvamp']);
  expect(met({ keywords: 'tavlesvamp' })).toEqual(['a4', 'tavlesvamp']);
});

it('wants every word of the search, in any order, on the same line', () => {
  expect(met({ name: 'Penn', keywords: 'blå' })).toEqual(['blå penn', 'a4']);
  expect(met({ name: 'Penn' }, { name: 'Blå perm' })).toEqual(['a4']);
});

it('a word the search only spells otherwise is met: the line is told to add it', () => {
  expect(met({ name: 'Kaffefilter 1x4' })).toEqual(['kaffe filter', 'a4']);
});

it('words do not run over from name to keywords', () => {
  expect(met({ name: 'Rull tavle', keywords: 'svamp' })).toEqual(['a4']);
});

it('without a log nothing is noted', () => {
  const taker = searchTaker({});
  taker.add({ name: 'Kulepenn' });
  expect([...taker.met]).toEqual([]);
  expect([...searchTaker(undefined).met]).toEqual([]);
});

it('a search is known by its longest word; three letters are enough', () => {
  const taker = searchTaker({ searches: ['papir a4', 'gel', 'hansker'].map((text) => ({ text, count: 10 })) });
  expect(taker.met).toEqual(new Set());
  taker.add({ description: 'Såpe, gel' });
  expect(taker.met).toEqual(new Set([1]));
});

it('another form of the searched word is met', () => {
  const taker = searchTaker({ searches: ['hansker', 'a4'].map((text) => ({ text, count: 10 })) });
  taker.add({ name: 'Hanske nitril' });
  expect(taker.met).toEqual(new Set([0, 1]));
});
