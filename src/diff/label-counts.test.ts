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
          ['svanemerket', { lines: 1, ore: 0n }],
          ['eu_ecolabel,svanemerket', { lines: 2, ore: 0n }],
        ]),
      ],
      ['1411', new Map([['', { lines: 1, ore: 0n }]])],
      ['', new Map([['', { lines: 2, ore: 0n }]])],
    ]),
  );
});

it('adds up to the same however the lines are shared out', () => {
  const all = newLabelCounter();
  for (const [at, line] of LINES.entries()) all.add(line, BigInt(at));
  const sum = newLabelCounter();
  for (const part of [[...LINES.entries()].slice(0, 2), [...LINES.entries()].slice(2)]) {
    const counter = newLabelCounter();
    for (const [at, line] of part) counter.add(line, BigInt(at));
    sum.addAll(structuredClone(counter.counts));
  }
  expect(sum.counts).toEqual(all.counts);
  expect(sum.counts.get('4713')?.get('eu_ecolabel,svanemerket')).toEqual({ lines: 2, ore: 3n });
});
