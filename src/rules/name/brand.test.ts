import { expect, it } from 'vitest';
import { brandEnd } from './brand.ts';

it.each([
  ['Xtra kopipapir', 'Xtra', 4],
  ['XTRA kopipapir', 'xtra', 4],
  ['Øko Bo kaffe', 'Øko Bo', 6],
  ['Xtrapapir', 'Xtra', 0],
  ['Kopipapir Xtra', 'Xtra', 0],
  ['Xtra', 'Xtra', 0],
  ['Xtra', '', 0],
])('%j by %j: %i', (name, brand, end) => expect(brandEnd(name, brand)).toBe(end));
