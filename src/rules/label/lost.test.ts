import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './lost.ts';

const labels = (...keys: string[]) => ({ ecoLabel: keys.map((key) => ({ key, text: key })) });
const run = (now: object, before: object) =>
  runLineExample(rule, { why: '', line: now, previous: before }).map(({ expected }) => expected);

it('tells every label that is gone, once', () => {
  expect(run(labels('fsc'), labels('svanemerket', 'fsc', 'eu_ecolabel', 'svanemerket'))).toEqual([
    'svanemerket',
    'eu_ecolabel',
  ]);
});

it('does not mind a label more, or one told more closely', () => {
  expect(run(labels('fsc_mix', 'svanemerket'), labels('fsc'))).toEqual([]);
});

it('tells a label that became a bare claim', () => {
  expect(run({ ecoLabel: [{ text: 'Ja' }] }, labels('svanemerket'))).toEqual(['svanemerket']);
});
