import { expect, it } from 'vitest';
import { systemLimit } from './system-limit.ts';

const textLimits = [
  { system: 'Bestill', limits: { name: 40, description: 2000 } },
  { system: 'Innkjøp', limits: { name: 50, description: 1000 } },
  { system: 'Lager', limits: { name: 40 } },
];

it('the system that takes least is told, the first of those that take as little', () => {
  expect(systemLimit('name', { textLimits })).toEqual({ max: 40, system: 'Bestill' });
  expect(systemLimit('description', { textLimits })).toEqual({ max: 1000, system: 'Innkjøp' });
});

it('a field that no system limits has no limit', () => {
  expect(systemLimit('keywords', { textLimits })).toBeUndefined();
  expect(systemLimit('name', {})).toBeUndefined();
  expect(systemLimit('name', undefined)).toBeUndefined();
});
