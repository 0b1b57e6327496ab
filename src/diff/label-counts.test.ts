import { expect, it } from 'vitest';
import { newLabelCounter } from './label-counts.ts';

const LINES = [
  { unspsc: '47131805', ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] },
  {
    unspsc: '47131801',
    ecoLabel: [
      { key: 'svanemerket', text: 'Svanen' },
      { key: 'eu_ecolabel', text: 'EU Ecolabel' },
    ],
  },
  {
    unspsc: '47131801',
    ecoLabel: [
      { key: 'eu_ecolabel', text: 'x' },
      { key: 'svanemerket', text: 'y' },
      { key: 'svanemerket', text: 'z' },
    ],
  },
  { unspsc: '14111507', ecoLabel: [{ text: 'Ja' }, { key: 'iso14001', text: 'ISO 14001' }] },
  { unspsc: '1411', ecoLabel: [] },
  {},
];

it('counts lines by family and by the labels they carry', () => {
  const counter = newLabelCounter();
  for (const line of LINES) counter.add(line);
  expect(counter.counts).toEqual(
    new Map([
      [
        '4713',
        new Map([
          ['svanemerket', 1],
          ['eu_ecolabel,svanemerket', 2],
        ]),
      ],
      ['1411', new Map([['', 1]])],
      ['', new Map([['', 2]])],
    ]),
  );
});

it('adds up to the same however the lines are shared out', () => {
  const all = newLabelCounter();
  for (const line of LINES) all.add(line);
  const sum = newLabelCounter();
  for (const part of [LINES.slice(0, 2), LINES.slice(2)]) {
    const counter = newLabelCounter();
    for (const line of part) counter.add(line);
    sum.addAll(structuredClone(counter.counts));
  }
  expect(sum.counts).toEqual(all.counts);
});
