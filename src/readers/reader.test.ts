import { expect, it } from 'vitest';
import { issuedOn } from './reader.ts';

it.each([
  ['2026-01-01', { issued: '2026-01-01' }],
  ['2026-01-01T23:59:59+01:00', { issued: '2026-01-01' }],
  ['2026-01-02Z', { issued: '2026-01-02' }],
  ['2001-01-15 15:25:04', { issued: '2001-01-15' }],
  ['01.02.2026', {}],
  ['', {}],
])('a header that says "%s"', (text, issued) => {
  expect(issuedOn(text)).toEqual(issued);
});
