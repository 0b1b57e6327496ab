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
