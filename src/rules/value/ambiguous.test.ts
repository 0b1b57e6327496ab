import { expect, it } from 'vitest';
import type { Field } from '../../catalogue/field.ts';
import { runLineExample } from '../../engine/run-examples.ts';
import ambiguous from './ambiguous.ts';
import unreadable from './unreadable.ts';

it('each unreadable field is told by one of the two rules', () => {
  const line = { unreadable: { price: '1.234', listPrice: '12,5O', validTo: '03/04/2026', gtin: '1.234' } };
  expect(runLineExample(ambiguous, { why: '', line }).map(({ field }) => field)).toEqual(['price', 'validTo']);
  expect(runLineExample(unreadable, { why: '', line }).map(({ field }) => field)).toEqual(['listPrice', 'gtin']);
});

it('is milder for a field that no error rule needs', () => {
  const found = (...needed: Field[]) =>
    ambiguous.check(
      { row: 2, unreadable: { listPrice: '1.234' } },
      { asOf: '2026-06-01', neededByErrors: new Set(needed), options: {} },
    );
  const problem = {
    field: 'listPrice',
    actual: '1.234',
    message: 'number',
    parameters: { one: '1234', other: '1.234' },
  };
  expect(found('listPrice')).toEqual([problem]);
  expect(found('validTo')).toEqual([{ ...problem, severity: 'warning' }]);
});
