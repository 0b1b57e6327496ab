import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './findability.ts';

const WORDS = {
  synonyms: [
    { word: 'farin', searched: ['sukker'] },
    { word: 'avfallssekk', searched: ['søppelsekk', 'søppelpose'] },
    { word: 'skjerm', searched: ['monitor'], unspsc: '4321' },
    { word: 'skjerm', searched: ['skjermvegg'], unspsc: '5610' },
  ],
};
const run = (line: { name: string; keywords?: string; unspsc?: string; description?: string }) =>
  runLineExample(rule, { why: '', line, references: { words: WORDS } });
const proposed = (line: Parameters<typeof run>[0]) => run(line).map(({ expected }) => expected);

it('knows a word in its forms', () => {
  expect(proposed({ name: 'Avfallssekker 125 l' })).toEqual(['søppelsekk']);
  expect(proposed({ name: 'AVFALLSSEKKENE' })).toEqual(['søppelsekk']);
  // Another word, in another language.
  expect(proposed({ name: 'Farina speciale' })).toEqual([]);
});

it('any of the words searched for will do, wherever it stands', () => {
  expect(proposed({ name: 'Avfallssekk', keywords: 'Søppelposer' })).toEqual([]);
  expect(proposed({ name: 'Farin', description: 'Hvitt SUKKER' })).toEqual([]);
});

it('one word may mean several things, by class', () => {
  expect(proposed({ name: 'Skjerm', unspsc: '43211902' })).toEqual(['monitor']);
  expect(proposed({ name: 'Skjerm', unspsc: '56101500' })).toEqual(['skjermvegg']);
  expect(proposed({ name: 'Skjerm', unspsc: '47131800' })).toEqual([]);
  expect(proposed({ name: 'Skjerm' })).toEqual([]);
});

it.each([
  ['hvit; fin', 'hvit; fin; sukker'],
  ['hvit|fin', 'hvit|fin|sukker'],
  ['hvit, fin', 'hvit, fin, sukker'],
  ['hvit%fin', 'hvit%fin%sukker'],
  ['hvit', 'hvit, sukker'],
])('keywords %j become %j', (keywords, better) => {
  expect(run({ name: 'Farin', keywords })).toMatchObject([{ actual: keywords, correction: { keywords: better } }]);
});
