import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './agreement-not-started.ts';

it('an agreement that has ended did start', () => {
  const agreement = { period: { from: '2020-01-01', to: '2023-12-31' } };
  expect(runCatalogueExample(rule, { why: '', asOf: '2026-06-01', agreement })).toEqual([]);
});
