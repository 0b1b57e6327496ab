import { expect, it } from 'vitest';
import { sharesName } from './shares-name.ts';

it.each([
  ['Fjellark Papir A/S', 'FJELLARK', true],
  ['Svanetex', 'Svanetex-produkter', true],
  ['Papirfabrikken AB', 'Skrivlett Norden AB', false],
  ['Nordic Paper AS', 'Nordic Pen AS', false],
  ['Svanetexvask', 'Svanetex', true],
  ['Svanetex', 'Svanetexvask', true],
  ['Svanetex', 'Vaskesvanetex', false],
  ['AS', 'Skrivlett', true],
  ['Skrivlett', 'AS', true],
  ['', 'Skrivlett', true],
])('"%s" and "%s": %s', (one, other, shares) => {
  expect(sharesName(one, other)).toBe(shares);
});
