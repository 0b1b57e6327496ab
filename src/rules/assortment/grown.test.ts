import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './grown.ts';

const run = (count: number, before: number, options = {}) =>
  runCatalogueExample(rule, { why: '', change: { before, removed: 0, added: count }, options }).map(
    ({ parameters }) => parameters?.['percent'],
  );

it('no rounding decides what is above the limit', () => {
  expect(run(2000, 10_000)).toEqual([]);
  expect(run(2001, 10_000)).toEqual(['20']);
  expect(run(1, 3, { percent: '33.3', fewest: 3 })).toEqual(['33.3']);
});

it('looks at versions of as many articles as the rule set says', () => {
  expect(run(19, 19)).toEqual([]);
  expect(run(20, 20)).toEqual(['100']);
  expect(run(2, 2, { fewest: 1 })).toEqual(['100']);
});

it('says nothing where nothing is known of the change', () => {
  expect(runCatalogueExample(rule, { why: '' })).toEqual([]);
});
