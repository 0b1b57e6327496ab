import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './column-missing.ts';

it('tells every missing column on its own, item number and GTIN as one', () => {
  const missingFields = ['itemNumber', 'gtin', 'name', 'price'] as const;
  expect(runCatalogueExample(rule, { why: '', missingFields }).map(({ field }) => field)).toEqual([
    'itemNumber',
    'name',
    'price',
  ]);
});
