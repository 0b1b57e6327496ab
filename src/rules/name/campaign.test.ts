import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './campaign.ts';

const found = (name: string, options = {}) =>
  runLineExample(rule, { why: '', line: { name }, options }).map(({ message, parameters }) => [
    message,
    parameters?.['found'],
  ]);

it.each([
  ['Nyhet: gelpenn', 'word', 'Nyhet'],
  ['Penn NOK 12,50', 'price', 'NOK 12,50'],
  ['Penn kr. 49', 'price', 'kr. 49'],
  ['Utgått penn', 'status', 'Utgått'],
  ['Penn (udgået)', 'status', 'udgået'],
  ['!!Penn', 'word', '!!'],
])('%s: %s', (name, message, sign) => expect(found(name)).toEqual([[message, sign]]));

it.each([
  'Penn! blå',
  'Krympeslange kr',
  'Nyhetsbrev',
  'Mappe til tilbudsdokumenter',
  'Kr 1',
  'Penn 49 kr stk',
  'Penn kr ... 49',
])('%s is sound', (name) => expect(found(name)).toEqual([]));

it('a word that is let pass does not hide another', () => {
  expect(found('Tilbud nyhet', { ignore: ['tilbud'] })).toEqual([['word', 'nyhet']]);
});
