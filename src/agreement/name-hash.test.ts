import { expect, it } from 'vitest';
import { hasKey, newKeyHashes } from '../catalogue/key-table.ts';
import { nameHashInto } from './name-hash.ts';

function hashOf(name: string): readonly number[] {
  const hashes = newKeyHashes(1);
  nameHashInto(hashes, 0, name);
  return [...hashes];
}

it('is the same for the same words in any order, case and punctuation', () => {
  const hash = hashOf('Kopipapir A4, 80 g (500 ark) BLÅ');
  expect(hashOf('blå kopipapir 500 ark a4 80g')).toEqual(hash);
});

it('differs with a word, a figure, and how often a word stands', () => {
  const hash = hashOf('Kopipapir A4 80 g');
  for (const name of ['Kopipapir A3 80 g', 'Kopipapir A4 90 g', 'Kopipapir A4 80 g hvit', 'Kopipapir A4 80 80 g'])
    expect(hashOf(name)).not.toEqual(hash);
});

it('is none for a single word, which says too little', () => {
  const hashes = newKeyHashes(1);
  nameHashInto(hashes, 0, 'Kulepenn!');
  expect(hasKey(hashes, 0)).toBe(false);
});
