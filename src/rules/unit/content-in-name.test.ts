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
  ['Poser 5x20 stk', '5', []],
  ['Poser 5x20 stk', '20', []],
  ['Kopipapir 80 g, 500 ark', '5', []],
  ['Stikkontakt 2 stkm', '5', []],
])('%s with %s', (name, content, expected) => {
  expect(run(name, content)).toEqual(expected);
});

it.each([
  ['H87', 1],
  ['KGM', 0],
  // What no measure is known of may hold anything.
  ['XPK', 0],
])('with a pack quantity in %s: %s', (packUnit, findings) => {
  const line = { name: 'Binders 100 stk', packQuantity: '50', packUnit };
  expect(runLineExample(rule, { why: '', line })).toHaveLength(findings);
});

it('a pack quantity of 1 is what exports write where none was set', () => {
  expect(run('Binders 100 stk', '1')).toEqual([]);
});
