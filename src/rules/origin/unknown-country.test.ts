import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unknown-country.ts';

const run = (countryOfOrigin: string) =>
  runLineExample(rule, { why: '', line: { countryOfOrigin } }).map(({ message }) => message);

it.each(['norge', 'Bosnia og Hercegovina', 'NO;SE', 'NO / SE /', 'Sverige og Finland', 'Trinidad and Tobago'])(
  '%s',
  (text) => {
    expect(run(text)).toEqual([]);
  },
);

it.each([
  ['Norden/EU', 'region'],
  ['NO og EU', 'region'],
  ['EU, ZZ', 'unknown'],
  ['///', 'unknown'],
  ['x'.repeat(500), 'unknown'],
])('%s: %s', (text, message) => {
  expect(run(text)).toEqual([message]);
});

it('a list longer than any that people write is not read', () => {
  expect(run(`${'NO,'.repeat(66)}NO`)).toEqual([]);
  expect(run('NO,'.repeat(67))).toEqual(['unknown']);
});
