import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './rate-unlike-class.ts';

const run = (vatRate: string, unspsc: string) =>
  runLineExample(rule, { why: '', line: { vatRate, unspsc } }).map(({ message }) => message);

it.each([
  ['25', '50202200'],
  ['25', '50211500'],
  ['25', '50501500'],
  ['25', '50000000'],
  ['12', '90111500'],
  ['15', '83101500'],
  ['12', '78111800'],
  ['0', '44121701'],
  ['15', '51191500'],
  ['15', '4412'],
])('%s %% of %s may be right', (vatRate, unspsc) => {
  expect(run(vatRate, unspsc)).toEqual([]);
});

it('a rate of services is none of goods', () => {
  expect(run('12', '47131801')).toEqual(['goods']);
  expect(run('11.11', '44121701')).toEqual(['goods']);
});
