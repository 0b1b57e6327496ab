import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './agreement-ended.ts';

it('an agreement that has not begun has not ended', () => {
  const agreement = { period: { from: '2027-01-01', to: '2030-12-31' } };
  expect(runCatalogueExample(rule, { why: '', asOf: '2026-06-01', agreement })).toEqual([]);
});
