import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './content-in-name.ts';

const run = (name: string, packQuantity: string) =>
  runLineExample(rule, { why: '', line: { name, packQuantity } }).map(({ expected }) => expected);

it.each([
  ['Binders 100 stk', '50', ['100']],
  ['Binders 100stk.', '100', []],
  ['Tusj, 12-pack', '12', []],
  ['Poser 5x20 stk', '100', []],
  ['Poser 5x20 stk', '90', ['100']],
  ['Kopipapir 80 g, 500 ark', '5', []],
  ['Stikkontakt 2 stkm', '5', []],
])('%s with %s', (name, content, expected) => {
  expect(run(name, content)).toEqual(expected);
});
