import { expect, it } from 'vitest';
import { hazardousClass, isHazardousName } from './hazardous-goods.ts';

it.each([
  ['47131801', '471318'],
  ['12191501', '1219'],
  ['53131626', '53131626'],
  ['47131502', undefined],
  ['53131608', undefined],
  ['26111702', undefined],
  ['471318', undefined],
])('%s: %s', (unspsc, prefix) => {
  expect(hazardousClass(unspsc)).toBe(prefix);
});

it.each(['Rødsprit 1 l', 'Frostvæske, 5 l', 'ACETON', 'Saltsyre: 30 %'])('%s', (name) => {
  expect(isHazardousName(name)).toBe(true);
});

it.each(['Kanne til rødsprit', 'Spritpenn', 'Lutefisk', 'Rødspritbrenner', '', ' Aceton', 'Dispenser, aceton'])(
  'not %s',
  (name) => {
    expect(isHazardousName(name)).toBe(false);
  },
);
