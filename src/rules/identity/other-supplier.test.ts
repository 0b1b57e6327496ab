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

it.each(['EKSEMPEL', 'Eksempelgruppen AS', 'AS', 'Kontor Eksempel', 'Eksempel-', 'Eksem'])(
  '%s may be Eksempel AS',
  (name) => {
    expect(run({ supplierName: values(name) })).toEqual([]);
  },
);

it.each([
  ['Nordlys Norge AS', 'Eksempel Norge AS'],
  ['A Nordlys', 'A Eksempel'],
  ['X Nordlys', 'X Eksempel'],
  ['Nordlys og Sønn', 'Eksempel og Holding'],
])('%s is not %s: what many are called says nothing', (value, name) => {
  expect(run({ supplierName: values(value) }, { ...OURS, name })).toEqual([['name', 'warning']]);
});

it('the same letters, however they are stored, and words parted by any sign', () => {
  expect(run({ supplierName: values('Bla\u030aba\u0308r') }, { ...OURS, name: 'Blåbär AB' })).toEqual([]);
  expect(run({ supplierName: values('Nord/Eksempel') })).toEqual([]);
});

it('a column with many names is one of makers, empty cells are none', () => {
  expect(run({ supplierName: values('Nordlys AS', 'Sørlys AS') })).toEqual([]);
  expect(run({ supplierName: values(undefined, 'Nordlys AS') })).toEqual([['name', 'warning']]);
  expect(run({ supplierName: values(undefined) })).toEqual([]);
});

it('our own number, or one that nobody can compare, makes the others a warning', () => {
  expect(run({ supplierId: values('974760673', '984661185') })).toEqual([['number', 'warning']]);
  expect(run({ supplierId: values('NO 987654321 MVA', '984661185') })).toEqual([['number', 'warning']]);
});

it('is told whole: whose number, on how many lines, and where first', () => {
  const agreement = { supplier: { ...OURS, gln: '7080000000005' } };
  const told = (field: string, value: string) =>
    runCatalogueExample(rule, { why: '', agreement, told: { [field]: [{ value, lines: 3, row: 5 }] } });
  expect(told('supplierId', '984661185')).toEqual([
    {
      field: 'supplierId',
      actual: '984661185',
      expected: '974760673',
      message: 'number',
      parameters: { lines: '3', supplier: 'Eksempel AS' },
      row: 5,
    },
  ]);
  expect(told('supplierId', '7080001234560')).toMatchObject([{ message: 'gln', severity: 'warning', row: 5 }]);
  expect(told('supplierName', 'Nordlys AS')).toEqual([
    {
      field: 'supplierName',
      actual: 'Nordlys AS',
      expected: 'Eksempel AS',
      message: 'name',
      parameters: { lines: '3' },
      severity: 'warning',
      row: 5,
    },
  ]);
});

it('one word in common is enough, and a name of nothing but common words may be anyone\u2019s', () => {
  expect(run({ supplierName: values('Eksempel Trykk') }, { ...OURS, name: 'Kontor Eksempel AS' })).toEqual([]);
  expect(run({ supplierName: values('Nordlys') }, { ...OURS, name: 'Norge AS' })).toEqual([]);
});

it('a kind of number that the agreement does not have can be compared with nothing', () => {
  const supplierName = values('Nordlys AS');
  expect(run({ supplierId: values('7080001234560'), supplierName })).toEqual([['name', 'warning']]);
});
