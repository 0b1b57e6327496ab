import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './party-check-digit.ts';

it('tells each number once, at its first line', () => {
  const supplierId = [
    { value: '974760673', lines: 5, row: 2 },
    { value: undefined, lines: 1, row: 3 },
    { value: 'NO 987 654 321 MVA', lines: 7, row: 4 },
    { value: '7080000857049', lines: 1, row: 9 },
  ];
  const found = runCatalogueExample(rule, { why: '', told: { supplierId } });
  expect(found.map(({ message, row }) => [message, row])).toEqual([
    ['organisationNumber', 4],
    ['gln', 9],
  ]);
});

it('says nothing of a file that cannot be read', () => {
  expect(runCatalogueExample(rule, { why: '' })).toEqual([]);
});
