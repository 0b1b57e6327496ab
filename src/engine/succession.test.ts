import { expect, it } from 'vitest';
import { namesSeveral, referenceKey } from './succession.ts';

it.each([
  ['1002', '1002'],
  ['001002', '1002'],
  ['AB 10-02', 'ab10-02'],
  ['0A1', '0a1'],
  ['1002, 1003', '1002'],
  ['1002 eller 1003', '1002'],
  ['000', undefined],
  [' ', undefined],
])('%s is compared as %s', (text, key) => {
  expect(referenceKey(text)).toBe(key);
});

it('tells several numbers from one', () => {
  for (const text of ['1002, 1003', '1002/1003', '1 og 2']) expect(namesSeveral(text)).toBe(true);
  for (const text of ['1002', 'AB-10.2', '12 345']) expect(namesSeveral(text)).toBe(false);
});
