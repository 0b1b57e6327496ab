import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './pack-contradicts.ts';

it('asks nothing of a line whose quantity cannot be read', () => {
  const pack = { field: 'unit', text: 'pk à 100', quantity: '100' } as const;
  expect(runLineExample(rule, { why: '', line: { unit: 'XPK', unreadable: { packQuantity: 'mange' }, pack } })).toEqual(
    [],
  );
});
