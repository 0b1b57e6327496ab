import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './foreign-amount.ts';

const run = (price: string, options = {}) =>
  runLineExample(rule, { why: '', line: { price }, agreed: { price: '116' }, options });

it('allows three percent, or what is asked for', () => {
  expect(run('10.30')).toHaveLength(1);
  expect(run('10.31')).toEqual([]);
  expect(run('10.31', { tolerancePercent: '5' })).toHaveLength(1);
});

it('names the nearest of several', () => {
  expect(run('11.10')).toMatchObject([{ parameters: { currency: 'USD' } }]);
  // Both are near enough here, whichever comes first.
  expect(run('11.10', { tolerancePercent: '12' })).toMatchObject([{ parameters: { currency: 'USD' } }]);
  expect(run('10', { tolerancePercent: '12' })).toMatchObject([{ parameters: { currency: 'EUR' } }]);
  expect(run('10', { tolerancePercent: '12', USD: '11.6' })).toMatchObject([{ parameters: { currency: 'EUR' } }]);
});

it('leaves what the figures of the line explain to them', () => {
  expect(run('11.60', { EUR: '10' })).toEqual([]);
});
