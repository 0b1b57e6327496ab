import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './licence-ended.ts';

const line = { ecoLabel: [{ key: 'fsc_mix', licence: 'FSC-C123456', text: 'FSC Mix' }] };
const run = (validTo: string, days?: number) =>
  runLineExample(rule, {
    why: '',
    asOf: '2026-06-01',
    line,
    ...(days === undefined ? {} : { options: { days } }),
    references: { labelRegister: [{ row: 2, label: 'fsc', licence: 'FSC-C123456', validTo }] },
  }).map(({ message }) => message);

it('goes by the licence of the label, whatever its kind', () => {
  expect(run('2026-05-31')).toEqual(['ended']);
  expect(run('2026-06-01')).toEqual(['soon']);
  expect(run('2026-07-31')).toEqual(['soon']);
  expect(run('2026-08-01')).toEqual([]);
  expect(run('2026-06-02', 0)).toEqual([]);
});

const ofEntries = (...entries: readonly object[]) =>
  runLineExample(rule, {
    why: '',
    asOf: '2026-06-01',
    line,
    references: {
      labelRegister: entries.map((entry, at) => ({ row: at + 2, label: 'fsc', licence: 'FSC-C123456', ...entry })),
    },
  }).map(({ message, parameters }) => [message, parameters?.['from'] ?? parameters?.['to']]);

it('a licence is valid on its first day', () => {
  expect(ofEntries({ validFrom: '2026-06-01' })).toEqual([]);
  expect(ofEntries({ validFrom: '2026-06-02' })).toEqual([['notYet', '2026-06-02']]);
});

it('of several entries that begin later, the first day counts', () => {
  expect(ofEntries({ validFrom: '2027-01-01' }, { validFrom: '2026-07-01' })).toEqual([['notYet', '2026-07-01']]);
});

it('of several entries the last day counts, and none where one has no end', () => {
  expect(ofEntries({ validTo: '2026-05-20' }, { validTo: '2026-05-01' })).toEqual([['ended', '2026-05-20']]);
  expect(ofEntries({ validTo: '2027-05-20' }, { validTo: '2026-05-01' })).toEqual([]);
  expect(ofEntries({}, { validTo: '2026-05-01' })).toEqual([]);
});
