import { expect, it } from 'vitest';
import { runGroupExample } from '../../engine/run-examples.ts';
import rule from './period-overlap.ts';

const run = (...periods: readonly object[]) =>
  runGroupExample(rule, { why: '', lines: periods.map((period) => ({ itemNumber: '1', price: '10', ...period })) });

it('of two that begin on one day, both are told at their beginning', () => {
  const found = run(
    { validFrom: '2026-01-01', validTo: '2026-06-30' },
    { validFrom: '2026-01-01', validTo: '2026-12-31' },
  );
  expect(found.map(({ field, actual }) => [field, actual])).toEqual([
    ['validFrom', '2026-01-01'],
    ['validFrom', '2026-01-01'],
  ]);
});

it('an end that is open is left out', () => {
  expect(
    run({ validFrom: '2026-01-01' }, { validFrom: '2026-03-01' }).map(({ parameters }) => parameters),
  ).toStrictEqual([
    { value: '1', row: '3', from: '2026-03-01' },
    { value: '1', row: '2', from: '2026-03-01' },
  ]);
  expect(run({ validTo: '2026-06-30' }, { validTo: '2026-12-31' }).map(({ parameters }) => parameters)).toStrictEqual([
    { value: '1', row: '3', to: '2026-06-30' },
    { value: '1', row: '2', to: '2026-06-30' },
  ]);
});
