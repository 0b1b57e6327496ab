import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './self-declared.ts';

it('is told once, where it stands first', () => {
  const line = { name: 'Miljøvennlig såpe', description: 'Bærekraftig og klimanøytral' };
  expect(runLineExample(rule, { why: '', line })).toEqual([{ field: 'name', actual: 'Miljøvennlig' }]);
});

it('a claim in the label field is no label', () => {
  const line = { keywords: 'såpe, miljøvennlig', ecoLabel: [{ text: 'Ja' }] };
  expect(runLineExample(rule, { why: '', line })).toEqual([{ field: 'keywords', actual: 'miljøvennlig' }]);
});

it.each<[string, object]>([
  ['a label', { name: 'Miljøvennlig såpe', ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] }],
  ['a label in the name', { name: 'Miljøvennlig såpe, Svanemerket' }],
  ['a label in the description', { name: 'Miljøvennlig såpe', description: 'Svanemerket' }],
  ['no claim', { name: 'Såpe', description: 'Flytende' }],
])('%s keeps it quiet', (_, line) => {
  expect(runLineExample(rule, { why: '', line })).toEqual([]);
});

it.each<[string, object]>([
  ['a certificate of the company', { name: 'Miljøvennlig såpe', ecoLabel: [{ key: 'iso14001', text: 'ISO 14001' }] }],
  ['no text beside it', { description: 'Miljøvennlig såpe' }],
  ['an empty list of labels', { name: 'Miljøvennlig såpe', ecoLabel: [] }],
])('%s does not', (_, line) => {
  expect(runLineExample(rule, { why: '', line })).toHaveLength(1);
});
