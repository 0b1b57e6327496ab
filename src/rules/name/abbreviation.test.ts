import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './abbreviation.ts';

const WORDS = {
  abbreviations: [
    { abbreviation: 'm/', meaning: 'med' },
    { abbreviation: 'pk', meaning: 'pakke' },
    { abbreviation: 'div', meaning: 'diverse' },
    { abbreviation: 'gr.', meaning: 'gram' },
    { abbreviation: 'resirkul', meaning: 'resirkulert' },
  ],
};
const found = (name: string) =>
  runLineExample(rule, { why: '', line: { name }, references: { words: WORDS } }).map(
    ({ parameters }) => parameters?.['abbreviation'],
  );

it.each([
  ['Bøtte m/lokk', 'm/'],
  ['BØTTE M/LOKK', 'M/'],
  ['Hanske pk', 'pk'],
  ['Pk hansker', 'Pk'],
  ['Resirkul papir', 'Resirkul'],
  ['Penn, div. farger', 'div.'],
  ['Stor gr. krukke', 'gr.'],
])('%s has %s', (name, abbreviation) => expect(found(name)).toEqual([abbreviation]));

it.each(['Hanske 10 pk', 'Kaffe 250 gr.', 'Papir 500 ark/pk', 'Gr 5', 'Divan', 'Hanske M / L', 'Rød m lokk', ''])(
  '%j has none',
  (name) => expect(found(name)).toEqual([]),
);

it('says nothing where there is no list', () => {
  expect(runLineExample(rule, { why: '', line: { name: 'Div. penner' } })).toEqual([]);
});
