import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './core-missing.ts';

it('an article that the list and the agreement both name is told once, with its name', () => {
  const found = runCatalogueExample(rule, {
    why: '',
    agreedNotOffered: [{ itemNumber: '010010', gtin: '7038840000105', name: 'Kopipapir', core: true }],
    coreNotOffered: [{ number: '07038840000105' }, { number: '010010' }],
  });
  expect(found.map(({ message, article }) => [message, article?.itemNumber])).toEqual([['named', '010010']]);
});

it('an article that is not agreed on the day is not asked for, although the agreement names it', () => {
  const found = runCatalogueExample(rule, {
    why: '',
    asOf: '2026-01-01',
    agreedNotOffered: [{ itemNumber: '1', validFrom: '2026-01-02' }],
    coreNotOffered: [{ number: '1' }],
  });
  expect(found).toEqual([]);
});

it.each([
  [{ validFrom: '2026-01-01' }, 1],
  [{ validFrom: '2026-01-02' }, 0],
  [{ validTo: '2026-01-01' }, 1],
  [{ validTo: '2025-12-31' }, 0],
] as const)('the first and the last day of what is agreed count: %o', (period, count) => {
  const agreedNotOffered = [{ itemNumber: '1', core: true as const, ...period }];
  expect(runCatalogueExample(rule, { why: '', asOf: '2026-01-01', agreedNotOffered })).toHaveLength(count);
});

it('an article without an item number or a name is known by its GTIN', () => {
  const agreedNotOffered = [{ gtin: '7038840000105', core: true as const }];
  expect(runCatalogueExample(rule, { why: '', agreedNotOffered })).toMatchObject([
    { field: 'itemNumber', expected: '7038840000105', message: 'unnamed', parameters: { article: '7038840000105' } },
  ]);
});
