import { expect, it } from 'vitest';
import type { ToldValues } from '../../engine/rule.ts';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './other-supplier.ts';

const OURS = { name: 'Eksempel AS', organisationNumber: '974760673' };
const values = (...texts: readonly (string | undefined)[]): ToldValues =>
  texts.map((value, at) => ({ value, lines: 1, row: 2 + at }));
const run = (told: object, supplier = OURS) =>
  runCatalogueExample(rule, { why: '', agreement: { supplier }, told }).map(({ message, severity }) => [
    message,
    severity,
  ]);

it('lines that say nothing may be the agreement\u2019s: the catalogue as a whole is not another\u2019s', () => {
  expect(run({ supplierId: values(undefined, '984661185') })).toEqual([['number', 'warning']]);
  expect(run({ supplierId: values('984661185') })).toEqual([['number', undefined]]);
});

it('a number with a wrong check digit is nobody\u2019s', () => {
  expect(run({ supplierId: values('NO 987654321 MVA') })).toEqual([]);
});

it('names are compared where no number can be', () => {
  const supplierName = values('Nordlys AS');
  expect(run({ supplierId: values('10042'), supplierName })).toEqual([['name', 'warning']]);
  expect(run({ supplierId: values('984661185'), supplierName })).toEqual([['number', undefined]]);
});

it.each(['EKSEMPEL', 'Eksempelgruppen AS', 'AS', 'Kontor Eksempel'])('%s may be Eksempel AS', (name) => {
  expect(run({ supplierName: values(name) })).toEqual([]);
});
