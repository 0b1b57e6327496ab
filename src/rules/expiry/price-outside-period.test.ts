import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './price-outside-period.ts';

const period = { from: '2024-01-01', to: '2026-12-31' };
const run = (line: object, asOf = '2026-06-01') =>
  runLineExample(rule, { why: '', line, asOf, agreement: { period } }).map(({ message }) => message);

it('tells of both ends at once', () => {
  const line = {
    validFrom: '2026-01-01',
    validTo: '2026-06-30',
    priceValidFrom: '2025-12-31',
    priceValidTo: '2026-07-01',
  };
  expect(run(line)).toEqual(['sooner', 'longer']);
});

it('a price that begins on the item’s last day, and ends on the agreement’s, is within', () => {
  expect(run({ validTo: '2026-06-30', priceValidFrom: '2026-06-30', priceValidTo: '2026-06-30' })).toEqual([]);
  expect(run({ priceValidTo: '2026-12-31' })).toEqual([]);
});

it('an item without an end is held against the agreement', () => {
  expect(run({ validTo: '2099-12-31', priceValidTo: '2027-01-01' })).toEqual(['agreement']);
  expect(run({ priceValidTo: '2027-01-01' }, '2026-12-31')).toEqual(['agreement']);
  expect(run({ priceValidTo: '2027-02-01' }, '2027-01-01')).toEqual([]);
});

it('answers where the price has a period', () => {
  const told = (line: object) => rule.isTold?.({ row: 2, ...line }, { asOf: '2026-06-01' });
  expect([{}, { priceValidFrom: '2026-01-01' }, { priceValidTo: '2026-01-01' }].map(told)).toEqual([false, true, true]);
});

it('an item that begins today has begun', () => {
  expect(run({ validFrom: '2026-06-01', priceValidFrom: '2026-05-31' })).toEqual(['sooner']);
  expect(run({ validFrom: '2026-06-02', priceValidFrom: '2026-05-31' })).toEqual([]);
});

it('without an agreement there is no end but the item’s', () => {
  expect(rule.check({ row: 2, priceValidTo: '2030-01-01' }, { asOf: '2026-06-01', options: {} })).toEqual([]);
});

it('half a period is held against what there is', () => {
  expect(run({ priceValidFrom: '2026-07-01', validFrom: '2026-01-01' })).toEqual([]);
  expect(run({ priceValidTo: '2026-07-01', validTo: '2026-12-31' })).toEqual([]);
  expect(run({ validFrom: '2026-01-01', validTo: '2026-12-31' })).toEqual([]);
});
