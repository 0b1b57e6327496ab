import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './rate-unknown.ts';

const finds = (line: object, asOf: string, agreement = {}) =>
  runLineExample(rule, { why: '', line, asOf, agreement }).length;

it('goes by the day of the check', () => {
  expect(finds({ vatRate: '14' }, '2011-12-31')).toBe(0);
  expect(finds({ vatRate: '14' }, '2012-01-01')).toBe(1);
  expect(finds({ vatRate: '6' }, '2020-10-01')).toBe(0);
});

it('goes by the line\u2019s money before the agreement\u2019s', () => {
  expect(finds({ vatRate: '6' }, '2026-01-01', { currency: 'SEK' })).toBe(0);
  expect(finds({ vatRate: '6', currency: 'NOK' }, '2026-01-01', { currency: 'SEK' })).toBe(1);
});

it('knows Finland among those who have the euro', () => {
  const agreement = { currency: 'EUR', timeZone: 'Europe/Helsinki' };
  expect(finds({ vatRate: '24' }, '2026-01-01', agreement)).toBe(1);
  expect(finds({ vatRate: '25.5' }, '2026-01-01', agreement)).toBe(0);
});
