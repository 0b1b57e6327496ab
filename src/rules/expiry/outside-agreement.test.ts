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
