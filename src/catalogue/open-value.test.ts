import { expect, it } from 'vitest';
import { twoDays, twoNumbers } from './open-value.ts';

it.each([
  ['1.234', '1234', '1.234'],
  ['12,500', '12500', '12.5'],
  ['kr 1.234', '1234', '1.234'],
  ['-1,234', '-1234', '-1.234'],
])('%s is two numbers', (text, one, other) => {
  expect(twoNumbers(text)).toEqual([one, other]);
});

it.each(['12', '12,50', '0,125', '1234,567', '1.234,50', '1.234.567', 'A-1.234-B-2', ''])('%s is not', (text) => {
  expect(twoNumbers(text)).toBeUndefined();
});

it('a date with slashes is two days where both may be months', () => {
  expect(twoDays('03/04/2026')).toEqual(['2026-04-03', '2026-03-04']);
  expect(twoDays('t.o.m. 03/04/2026')).toEqual(['2026-04-03', '2026-03-04']);
  expect(twoDays('3/4/99 12:00')).toEqual(['1999-04-03', '1999-03-04']);
  for (const text of ['13/04/2026', '04/13/2026', '04/04/2026', '03.04.2026', '2026/03/04']) {
    expect([text, twoDays(text)]).toEqual([text, undefined]);
  }
});
