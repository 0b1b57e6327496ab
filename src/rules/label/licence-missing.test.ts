import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './licence-missing.ts';

it('tells each label that lacks its number', () => {
  const line = {
    ecoLabel: [
      { key: 'svanemerket', licence: '2093 0001', text: 'Svanen' },
      { key: 'eu_ecolabel', text: 'EU Ecolabel' },
      { key: 'iso14001', text: 'ISO 14001' },
      { text: 'Ja' },
    ],
  };
  expect(runLineExample(rule, { why: '', line }).map(({ actual }) => actual)).toEqual(['EU Ecolabel']);
});

it.each([
  ['nokkelhullet', 0],
  ['svanemerket', 1],
] as const)('only of a label whose number is known to exist: %s', (key, count) => {
  expect(runLineExample(rule, { why: '', line: { ecoLabel: [{ key, text: key }] } })).toHaveLength(count);
});
