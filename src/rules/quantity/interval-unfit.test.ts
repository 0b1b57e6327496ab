import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './interval-unfit.ts';

const run = (line: object) => runLineExample(rule, { why: '', line }).map(({ message }) => message);

it('decimals come out even exactly', () => {
  expect(run({ orderInterval: '0.1', minOrderQuantity: '1.3' })).toEqual([]);
  expect(run({ orderInterval: '0.3', minOrderQuantity: '1.3' })).toEqual(['minimum']);
  expect(run({ orderInterval: '2.5', maxOrderQuantity: '10' })).toEqual([]);
});

it('is told once, the minimum first', () => {
  expect(run({ orderInterval: '6', minOrderQuantity: '10', maxOrderQuantity: '50' })).toEqual(['minimum']);
});

it('an interval below zero is none', () => {
  expect(run({ orderInterval: '-6' })).toEqual(['none']);
});

it('no unit, no remark on the pack', () => {
  expect(run({ orderInterval: '5', packQuantity: '12' })).toEqual([]);
});
