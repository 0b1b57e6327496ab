import { describe, expect, it } from 'vitest';
import { nameOf, productGroupOf } from './line-title.ts';

describe('the product group of a line', () => {
  it('is what the supplier calls it', () => {
    expect(productGroupOf({ productGroup: 'Papir', unspsc: '14111507' })).toBe('Papir');
  });

  it('is else the family of its class', () => {
    expect(productGroupOf({ unspsc: '14111507' })).toBe('UNSPSC 1411');
    expect(productGroupOf({ unspsc: '4412' })).toBe('UNSPSC 4412');
  });

  it('is not known of a line that says neither, or only the segment', () => {
    expect(productGroupOf({})).toBeUndefined();
    expect(productGroupOf({ unspsc: '44' })).toBeUndefined();
  });
});

it('a long name is cut, and never within a letter', () => {
  expect(nameOf({ name: 'Kulepenn' })).toBe('Kulepenn');
  expect(nameOf({})).toBeUndefined();
  for (const name of ['😀'.repeat(500), `x${'😀'.repeat(500)}`]) {
    const cut = nameOf({ name });
    expect(cut?.endsWith('…')).toBe(true);
    expect(cut?.length).toBeLessThan(82);
    expect(cut).toBe(Buffer.from(cut ?? '').toString());
  }
});
