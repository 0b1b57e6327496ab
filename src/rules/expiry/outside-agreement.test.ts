import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './outside-agreement.ts';

const agreement = { period: { from: '2024-01-01', to: '2026-12-31' } };
const run = (line: object) => runLineExample(rule, { why: '', line, agreement }).map(({ message }) => message);

it('the first and the last day of the agreement are within', () => {
  expect(run({ validFrom: '2026-12-31' })).toEqual([]);
  expect(run({ validTo: '2024-01-01' })).toEqual([]);
  expect(run({ validTo: '2027-01-01' })).toEqual(['longer']);
});

it('nothing is said of a line without dates', () => {
  expect(run({ name: 'Lim' })).toEqual([]);
});

it('on the last day of the agreement it is still told of each line', () => {
  const line = { validFrom: '2027-01-01' };
  const found = (asOf: string) => runLineExample(rule, { why: '', line, agreement, asOf }).length;
  expect([found('2026-12-31'), found('2027-01-01')]).toEqual([1, 0]);
});

it('answers where the line has a date', () => {
  const told = (line: object) => rule.isTold?.({ row: 2, ...line }, { asOf: '2026-06-01' });
  expect([{}, { validFrom: '2026-01-01' }, { validTo: '2026-01-01' }].map(told)).toEqual([false, true, true]);
});
