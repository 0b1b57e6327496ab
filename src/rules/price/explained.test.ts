import { expect, it } from 'vitest';
import { decimal } from '../../catalogue/decimal.ts';
import { causeParameters, isOnSide, shareCause, toldPrice } from './explained.ts';

it.each([
  ['12', '12'],
  ['12.5', '12.5'],
  ['12.3456', '12.3456'],
  ['12.34567', '12.35'],
  ['1.00004', '1'],
  ['0.123456', '0.1235'],
  ['0.99996', '1'],
  ['0.00001', '0.00001'],
])('an agreed price of %s is told as %s', (agreed, told) => {
  expect(toldPrice(decimal(agreed))).toBe(told);
});

it('a share is the simplest that gives the price, and none beyond ten times as much', () => {
  expect(shareCause(decimal('108.5'), decimal('100'), decimal('8.5'))).toBe('above:8.5');
  expect(shareCause(decimal('92'), decimal('100'), decimal('-8'))).toBe('below:8');
  expect(shareCause(decimal('1100'), decimal('100'), decimal('1000'))).toBe('above:1000');
  expect(shareCause(decimal('1101'), decimal('100'), decimal('1001'))).toBeUndefined();
  expect(shareCause(decimal('100.004'), decimal('100'), decimal('0.004'))).toBeUndefined();
});

it('what is explained is on its side all the same', () => {
  const off = { percent: decimal('5'), difference: decimal('5') };
  expect(isOnSide({ kind: 'above', ...off }, 'above')).toBe(true);
  expect(isOnSide({ kind: 'above', ...off }, 'below')).toBe(false);
  const explained = { kind: 'explained', side: 'above', explanation: { cause: 'vat' }, also: [], ...off } as never;
  expect(isOnSide(explained, 'above')).toBe(true);
  expect(isOnSide(explained, 'below')).toBe(false);
  expect(isOnSide({ kind: 'kept' }, 'above')).toBe(false);
});

it('what else would give the price is told in the order it was found', () => {
  const previous = { cause: 'previous' } as const;
  const vat = { cause: 'vatIncluded', rate: decimal('25') } as const;
  const explained = { kind: 'explained', side: 'above', percent: decimal('25'), difference: decimal('5') } as const;
  expect(causeParameters({ ...explained, explanation: previous, also: [] } as never)).toStrictEqual({
    cause: 'previous',
  });
  expect(causeParameters({ ...explained, explanation: vat, also: [previous, vat] } as never)).toEqual({
    also: 'previous vatIncluded:25',
    cause: 'vatIncluded:25',
  });
});
