import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unknown.ts';

it('tells both units, each on its own', () => {
  const line = { unreadable: { unit: 'KOLLIX', packUnit: 'dingser' } };
  expect(runLineExample(rule, { why: '', line }).map(({ field }) => field)).toEqual(['unit', 'packUnit']);
});

it('does not demand a unit', () => {
  expect(runLineExample(rule, { why: '', line: { name: 'Penn' } })).toEqual([]);
});

it.each([
  ['ko', 'unitWord:ko'],
  ['Pårør', 'unitWord:Pårør'],
  ['pk.', 'unitWord:pk.'],
  ['femtenbokstaver', 'unitWord:femtenbokstaver'],
  ['sekstenbokstaver', undefined],
  ['2 pk', undefined],
  ['.', undefined],
])('a word is the cause, of which many lines may have the same: %s', (unit, cause) => {
  const [problem] = runLineExample(rule, { why: '', line: { unreadable: { unit } } });
  expect(problem?.parameters?.['cause']).toBe(cause);
});
