import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './agreed-item-missing.ts';

const run = (article: object, asOf: string) =>
  runCatalogueExample(rule, { why: '', asOf, agreedNotOffered: [{ itemNumber: '1001', ...article }] });

it('asks for an item up to and including its last agreed day', () => {
  expect(run({ validTo: '2026-06-30' }, '2026-06-30')).toHaveLength(1);
  expect(run({ validTo: '2026-06-30' }, '2026-07-01')).toEqual([]);
});

it('asks for an item from its first agreed day', () => {
  expect(run({ validFrom: '2026-07-01' }, '2026-06-30')).toEqual([]);
  expect(run({ validFrom: '2026-07-01' }, '2026-07-01')).toHaveLength(1);
});

it('says which article it is about, each in its own problem', () => {
  const agreedNotOffered = [{ itemNumber: '1' }, { itemNumber: '2' }];
  const problems = runCatalogueExample(rule, { why: '', agreedNotOffered });
  expect(problems.map(({ article }) => article?.itemNumber)).toEqual(['1', '2']);
});
