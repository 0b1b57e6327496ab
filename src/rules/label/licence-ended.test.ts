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
