import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './register-differs.ts';

const ecoLabel = [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }];
const run = (line: object, ...entries: object[]) =>
  runLineExample(rule, {
    why: '',
    line: { ecoLabel, ...line },
    references: {
      labelRegister: entries.map((entry, at) => ({
        row: at + 2,
        label: 'svanemerket',
        licence: '2093 0001',
        ...entry,
      })),
    },
  }).map(({ message }) => message);

it('one product of the licence that may be the item is enough', () => {
  const entries = [
    { holder: 'Papirfabrikken AB', product: 'Torky' },
    { holder: 'Papirfabrikken AB', product: 'Skrivlett penn' },
  ];
  expect(run({ manufacturer: 'Skrivlett Norden AB', name: 'Kulepenn' }, ...entries)).toEqual([]);
  expect(run({ manufacturer: 'Annen AS', name: 'Kulepenn' }, ...entries)).toEqual(['product']);
});

it('an entry without a holder leaves it open', () => {
  expect(run({ manufacturer: 'Annen AS', name: 'Kulepenn' }, { product: 'Torky' })).toEqual([]);
});
