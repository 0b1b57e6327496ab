import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './less-than-agreed.ts';

const run = (name: string, agreed: string) =>
  runLineExample(rule, { why: '', line: { name }, agreed: { name: agreed } });

it('proposes the agreed name', () => {
  expect(run('Hansker nitril', 'Hanske nitril, 100 stk')).toMatchObject([
    { parameters: { missing: '100, stk' }, correction: { name: 'Hanske nitril, 100 stk' } },
  ]);
});

it.each([
  ['a word of its own', 'Hanske latex', 'Hanske nitril, 100 stk'],
  ['the same words and fewer signs', 'Hanske nitril', 'Hanske - nitril'],
  ['as long', 'Nitril hanske', 'Hanske nitril'],
  ['as long by its blanks', 'Hanske   nitril', 'Hanske nitril L'],
  ['as many words', 'Hanske hanske', 'Hanske nitrilen'],
  ['a word less that stands twice', 'Hanske nitril', 'Hanske nitril, hanske'],
  ['no word at all', '-', 'Hanske nitril'],
])('%s is another name', (_, name, agreed) => expect(run(name, agreed)).toEqual([]));

it('an agreed article without a name says nothing', () => {
  expect(runLineExample(rule, { why: '', line: { name: 'Hanske' }, agreed: { itemNumber: '1' } })).toEqual([]);
});
