import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './generic-term.ts';

const WORDS = {
  genericTerms: [
    { unspsc: '1411', terms: ['papir'], wants: [] },
    { unspsc: '14111704', terms: ['toalettpapir', 'dopapir'], wants: [] },
    { unspsc: '44122003', terms: ['perm'], wants: [] },
  ],
};
const found = (name: string, unspsc: string, brand?: string) =>
  runLineExample(rule, {
    why: '',
    line: { name, unspsc, ...(brand === undefined ? {} : { brand }) },
    references: { words: WORDS },
  }).map(({ message, parameters }) => [message, parameters?.['term']]);

it('the most precise class counts', () => {
  expect(found('Kopipapir A4', '14111704')).toEqual([['missing', 'toalettpapir']]);
  expect(found('Kopipapir A4', '14111507')).toEqual([]);
  expect(found('Servietter', '14110000')).toEqual([['missing', 'papir']]);
});

it.each([
  ['Ringpermer A4', undefined],
  ['Blå perm', undefined],
  ['2 stk permer', undefined],
  ['Leitz-perm A4', 'Esselte'],
  ['Perm Leitz', 'Leitz'],
  ['Permex ringperm', 'Permex'],
])('%s begins well enough', (name, brand) =>
  expect(found(name, '44122003', brand === 'Permex' ? undefined : brand)).toEqual([]),
);

it('a term of several words is known by its first', () => {
  const run = (name: string) =>
    runLineExample(rule, {
      why: '',
      line: { name, unspsc: '50131700' },
      references: { words: { genericTerms: [{ unspsc: '501317', terms: ['cottage cheese', 'post-it'], wants: [] }] } },
    }).length;
  expect([run('Cottage Cheese Original 400 g'), run('Post-it gul'), run('Original'), run('Skyr')]).toEqual([
    0, 0, 1, 1,
  ]);
});

it('a brand that says what the thing is will do', () => {
  expect(found('Superperm ringperm', '44122003', 'Superperm')).toEqual([]);
});

it('the brand in front is told with the word that should stand there', () => {
  expect(found('LEITZ Ringperm A4', '44122003', 'Leitz')).toEqual([['brandFirst', 'Ringperm']]);
});

it('without a list nothing is said', () => {
  expect(runLineExample(rule, { why: '', line: { name: 'X', unspsc: '44122003' } })).toEqual([]);
});

it.each(['Vitt och Xtra Premium', 'Duk vit', 'Xtra vitt'])(
  '%s is half in another language, and told by that',
  (name) => {
    expect(found(name, '14111507')).toEqual([]);
  },
);

it.each(['Hvit eske', 'Kvitt, ikkje raudt', 'Xtra Premium vitt', 'A4 80'])('%s says nothing of what it is', (name) => {
  expect(found(name, '14111507')).toEqual([['missing', 'papir']]);
});

it('says nothing of a name without words, nor where the brand itself is such a word', () => {
  expect(found('–', '44122003')).toEqual([]);
  expect(found('Blå perm A4', '44122003', 'Blå perm')).toEqual([]);
});

it('units and numbers do not count among the words of another language', () => {
  expect(found('Vitt xl mm 1000 2000', '14111507')).toEqual([]);
});
