import { expect, it } from 'vitest';
import { decimal } from './decimal.ts';
import { type CatalogueLine, withValues } from './line.ts';

const line: CatalogueLine = {
  row: 7,
  itemNumber: '100',
  unreadable: { price: '12,5O', validTo: 'snart' },
  extra: { Hylle: 'A3' },
};

it('a replaced field is no longer unreadable; the others still are', () => {
  expect(withValues(line, { price: decimal('12.5') })).toEqual({
    row: 7,
    itemNumber: '100',
    price: '12.5',
    unreadable: { validTo: 'snart' },
    extra: { Hylle: 'A3' },
  });
});

it('a line whose fields are all readable has nothing unreadable', () => {
  expect(withValues(line, { price: decimal('1'), validTo: '2026-01-31' })).not.toHaveProperty('unreadable');
});

it('the line itself stays as it was', () => {
  withValues(line, { itemNumber: '200' });
  expect(line.itemNumber).toBe('100');
});
