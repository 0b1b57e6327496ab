import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './smaller-pack.ts';

const run = (price: string, packQuantity: string) =>
  runLineExample(rule, {
    why: '',
    line: { price, unit: 'XBX', packQuantity },
    agreed: { price: '100', unit: 'XBX', packQuantity: '10' },
  });

it('speaks of the same amount only: another one that is too high is above agreed', () => {
  expect(run('100', '9')).toHaveLength(1);
  expect(run('99', '9')).toEqual([]);
});

it('tells the agreed price in whole øre, as far as that says something', () => {
  const expected = (price: string, packQuantity: string, listed: string) =>
    runLineExample(rule, {
      why: '',
      line: { price, unit: 'XBX', packQuantity },
      agreed: { price, unit: 'XBX', packQuantity: listed },
    })[0]?.expected;
  expect(expected('86', '250', '300')).toBe('71.67');
  expect(expected('0.50', '2', '3')).toBe('0.3333');
});

it('does not mind more in the box', () => {
  expect(run('100', '11')).toEqual([]);
});
