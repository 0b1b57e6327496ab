import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './former-code.ts';

it('puts every old code of the line right, and keeps the rest as it is', () => {
  const line = {
    ecoLabel: [
      { key: 'svanemerket', licence: '2093 0001', text: 'NEO' },
      { key: 'fsc', text: 'FSC' },
      { key: 'eu_organic', text: 'EOP' },
    ],
  };
  const found = runLineExample(rule, { why: '', line });
  expect(found.map(({ expected }) => expected)).toEqual(['SVANEN', 'EU_ORGANIC_FARMING']);
  for (const { correction } of found)
    expect(correction).toEqual({
      ecoLabel: [
        { key: 'svanemerket', licence: '2093 0001', text: 'SVANEN' },
        { key: 'fsc', text: 'FSC' },
        { key: 'eu_organic', text: 'EU_ORGANIC_FARMING' },
      ],
    });
});

it('a word that has the letters of a code is none', () => {
  expect(runLineExample(rule, { why: '', line: { ecoLabel: [{ text: 'neo' }, { text: 'Dom' }] } })).toEqual([]);
});

it('writes the name of a label that has no code today', () => {
  const line = { ecoLabel: [{ key: 'nyt_norge', text: 'Difi1a' }] };
  const [found] = runLineExample(rule, { why: '', line });
  expect(found?.correction).toEqual({ ecoLabel: [{ key: 'nyt_norge', text: 'Nyt Norge' }] });
});
