import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './searched-form.ts';

const SEARCHES = [
  { text: 'kaffe filter', count: 140 },
  { text: 'kaffefilter', count: 20 },
  { text: 'kopipapir', count: 90 },
  { text: 'hansker', count: 4 },
  { text: 'te', count: 500 },
  { text: 'duker', count: 30 },
  { text: 'fila', count: 50 },
];
const proposed = (name: string, options = {}) =>
  runLineExample(rule, { why: '', line: { name }, options, references: { words: { searches: SEARCHES } } }).map(
    ({ expected }) => expected,
  );

it.each([
  ['Kopi papir A4', 'kopipapir'],
  ['Kopi-papir A4', 'kopipapir'],
  ['Kaffefiltre 1x4', 'kaffe filter'],
  ['Duken', 'duker'],
])('%s is found as %s only with the keyword', (name, keyword) => expect(proposed(name)).toEqual([keyword]));

it.each(['Kopipapiret', 'Te grønn', 'Duk blå', 'Filer', 'Teer', 'Hanske', 'Kopi 4 papir', ''])(
  '%j needs none',
  (name) => expect(proposed(name)).toEqual([]),
);

it('how often is seldom is for the buyer to say', () => {
  expect(proposed('Hanske nitril', { atLeast: 4 })).toEqual(['hansker']);
});

it('without a log it is not asked', () => {
  expect(runLineExample(rule, { why: '', line: { name: 'Kopi papir' } })).toEqual([]);
});

it.each([
  [20, 140, 'kaffe filter'],
  [140, 20, 'kaffefilter'],
  [20, 20, 'kaffefilter'],
])(
  'of searches for the same, %i times and %i times, the most frequent is proposed, or the first',
  (one, other, told) => {
    const searches = [
      { text: 'kaffefilter', count: one },
      { text: 'kaffe filter', count: other },
    ];
    const found = runLineExample(rule, { why: '', line: { name: 'Kaffefiltre' }, references: { words: { searches } } });
    expect(found).toMatchObject([{ expected: told }]);
  },
);
