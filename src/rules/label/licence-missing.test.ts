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
