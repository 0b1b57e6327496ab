import { describe, expect, it } from 'vitest';
import type { Field } from '../../catalogue/field.ts';
import rule from './unreadable.ts';

const run = (unreadable: Partial<Record<Field, string>>, ...needed: Field[]) =>
  rule.check({ row: 2, unreadable }, { asOf: '2026-06-01', neededByErrors: new Set(needed), options: {} });

describe('value/unreadable', () => {
  it('is milder for a field that no error rule needs', () => {
    expect(run({ weight: 'x', validTo: 'y' }, 'validTo')).toEqual([
      { field: 'weight', actual: 'x', message: 'other', severity: 'warning' },
      { field: 'validTo', actual: 'y', message: 'date' },
    ]);
  });

  it('is an error for what a price is for, once prices are checked', () => {
    expect(run({ packQuantity: '1O' }, 'price')[0]).not.toHaveProperty('severity');
    expect(run({ priceBaseQuantity: '1OO' }, 'price')[0]).not.toHaveProperty('severity');
    expect(run({ packQuantity: '1O' })[0]).toMatchObject({ severity: 'warning' });
  });

  it('is always an error for an item number: nobody could order the line', () => {
    expect(run({ itemNumber: '2026-01-31' })).toEqual([
      { field: 'itemNumber', actual: '2026-01-31', message: 'other', replaces: ['assortment/not-agreed'] },
    ]);
  });

  it('tells a line that nothing else is known by once: it is on no price list either', () => {
    const replaced = (line: object) =>
      rule.check(
        { row: 2, unreadable: { gtin: '7,03E+12', price: 'x' }, ...line },
        { asOf: '2026-06-01', options: {} },
      );
    expect(replaced({}).map(({ replaces }) => replaces)).toEqual([['assortment/not-agreed'], undefined]);
    expect(replaced({ gtin: '7038840000105' }).map(({ replaces }) => replaces)).toEqual([undefined, undefined]);
    expect(replaced({ itemNumber: '1' }).map(({ replaces }) => replaces)).toEqual([undefined, undefined]);
  });

  it.each([
    ['itemNumber', '7,03E+12', 'digitsLost'],
    ['manufacturerItemNumber', '1234567890123456', 'digitsLost'],
    ['itemNumber', 'A7,03E+12', 'other'],
    ['itemNumber', '7,03E+12 kg', 'other'],
    ['name', '7,03E+12', 'other'],
  ] as const)('%s %s: %s', (field, actual, message) => {
    expect(run({ [field]: actual }).map((found) => found.message)).toEqual([message]);
  });

  it('says nothing of a line that was read whole', () => {
    expect(rule.check({ row: 2 }, { asOf: '2026-06-01', options: {} })).toEqual([]);
  });
});
