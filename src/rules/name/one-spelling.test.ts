import { expect, it } from 'vitest';
import { spelledAlike } from './one-spelling.ts';

it.each([
  ['Penn blå', 'PENN BLÅ', true],
  [' Penn blå ', 'Penn blå', true],
  ['Penn  blå', 'Penn blå', true],
  ['Penn\u00a0blå', 'Penn blå', true],
  ['Pennblå', 'Penn blå', false],
])('%j and %j are spelled alike: %s', (one, other, alike) => {
  expect(spelledAlike(one, other)).toBe(alike);
});
