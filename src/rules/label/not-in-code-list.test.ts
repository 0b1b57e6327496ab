import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-in-code-list.ts';

const run = (text: string, list: string, key?: string) =>
  runLineExample(rule, {
    why: '',
    line: { ecoLabel: [key === undefined ? { text } : { key, text }] },
    options: { list },
  }).map(({ message }) => message);

it('goes by the list of the receiver', () => {
  expect(run('OEKO_TEX_MADE_IN_GREEN', 'peppol', 'oeko_tex_mig')).toEqual([]);
  expect(run('OEKO_TEX_MADE_IN_GREEN', 'ehf', 'oeko_tex_mig')).toEqual(['notReceived']);
  expect(run('CARING_CONSUMER_PETA', 'peppol')).toEqual(['notReceived']);
  expect(run('CARING_CONSUMER_PETA', 'ehf')).toEqual([]);
});

it('a name in capitals is no code', () => {
  expect(run('SVANEMERKET', 'peppol', 'svanemerket')).toEqual([]);
  expect(run('EU-ECOLABEL', 'peppol', 'eu_ecolabel')).toEqual([]);
});
