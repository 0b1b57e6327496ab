import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import type { Breaches } from '../../engine/threshold.ts';
import rule from './too-many-breaches.ts';

const problems = (breaches: readonly Breaches[]) => runCatalogueExample(rule, { why: '', breaches });
const severities = (lines: number, of: number, threshold: Breaches['threshold']) =>
  problems([{ rule: 'a/a', lines, of, threshold }]).map(({ severity }) => severity ?? 'error');

it.each([
  [5, 100, { error: '5 %' }, []],
  [6, 100, { error: '5 %' }, ['error']],
  // 5.004 %: more than five although it is shown as five.
  [2502, 50_000, { error: '5 %' }, ['error']],
  [2500, 50_000, { error: '5%' }, []],
  [1, 400, { error: '0.25 %' }, []],
  [1, 399, { error: '0.25 %' }, ['error']],
  [1, 1, { error: '0' }, ['error']],
  [0, 1, { error: '0' }, []],
  [0, 0, { error: '0 %' }, []],
  [10, 10, { warning: '10', error: 'off' }, []],
  [11, 11, { warning: '10', error: 'off' }, ['warning']],
  [11, 100, { warning: '5 %', error: '10 %' }, ['error']],
  [10, 100, { warning: '5 %', error: '10 %' }, ['warning']],
  [9, 10, { error: '5 %', atLeast: 10 }, []],
  [10, 10, { error: '5 %', atLeast: 10 }, ['error']],
] as const)('%s of %s lines, %j: %j', (lines, of, threshold, expected) => {
  expect(severities(lines, of, threshold)).toEqual(expected);
});

it('tells each rule by itself', () => {
  const of = { of: 10, threshold: { error: '1' } };
  const found = problems([
    { rule: 'a/a', lines: 2, ...of },
    { rule: 'b/b', lines: 1, ...of },
    { rule: 'c/c', lines: 3, ...of },
  ]);
  expect(found.map(({ parameters }) => parameters?.['rule'])).toEqual(['a/a', 'c/c']);
});
