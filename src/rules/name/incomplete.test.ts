import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './incomplete.ts';

const found = (name: string, wants: readonly ('size' | 'brand')[], brand?: string) =>
  runLineExample(rule, {
    why: '',
    line: { name, unspsc: '42132203', ...(brand === undefined ? {} : { brand }) },
    references: { words: { genericTerms: [{ unspsc: '421322', terms: ['hanske'], wants }] } },
  }).map(({ message }) => message);

it.each(['Hanske M', 'Hanske 10', 'Hanske A4', 'Hanske liten', 'Hanske 2,5 l', 'HANSKE XXL'])('%s has a size', (name) =>
  expect(found(name, ['size'])).toEqual([]),
);
it.each(['Hanske', 'Hanske nitril', 'Hanske for maling'])('%s has none', (name) =>
  expect(found(name, ['size'])).toEqual(['size']),
);

it('any word of the brand will do, in small letters or joined', () => {
  expect(found('Hanske SuperGrip', [`brand`], 'Super-Touch')).toEqual([]);
  expect(found('Hanske grip', ['brand'], 'Super Touch')).toEqual(['brand']);
  expect(found('Hanske grip', ['brand'])).toEqual([]);
});

it('the size is told first, and nothing where nothing is wanted', () => {
  expect(found('Hanske', ['size', 'brand'], 'Super')).toEqual(['size']);
  expect(found('Hanske', [], 'Super')).toEqual([]);
});

it('one letter of a brand is no word of it, and a name without words is told elsewhere', () => {
  expect(found('Hanske svart', ['brand'], 'S Kontor')).toEqual(['brand']);
  expect(found('–', ['size'])).toEqual([]);
});
