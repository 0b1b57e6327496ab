import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './claimed-in-text-only.ts';

it('tells a label once that stands in name and description', () => {
  const line = { name: 'Såpe Svanemerket', description: 'Svanemerket og FSC-merket' };
  expect(runLineExample(rule, { why: '', line }).map(({ field, expected }) => [field, expected])).toEqual([
    ['name', 'svanemerket'],
    ['description', 'fsc'],
  ]);
});

it('a bare claim in the field is not the label in the text', () => {
  const line = { name: 'Såpe Svanemerket', ecoLabel: [{ text: 'Ja' }] };
  expect(runLineExample(rule, { why: '', line })).toHaveLength(1);
});
