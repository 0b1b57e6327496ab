import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './search-without-hit.ts';

const found = (...searchesWithoutHit: readonly { text: string; count: number }[]) =>
  runCatalogueExample(rule, {
    why: '',
    references: { words: { searches: searchesWithoutHit } },
    searchesWithoutHit,
    options: { atLeast: 5 },
  }).map(({ expected }) => expected);

it('the least count asked for is enough', () => {
  expect(found({ text: 'bok', count: 5 }, { text: 'avis', count: 4 })).toEqual(['bok']);
});

it('searches made as often stand in the order of their letters', () => {
  const [one, other] = [
    { text: 'avis', count: 7 },
    { text: 'bok', count: 7 },
  ];
  expect(found(one, other)).toEqual(['avis', 'bok']);
  expect(found(other, one)).toEqual(['avis', 'bok']);
});
