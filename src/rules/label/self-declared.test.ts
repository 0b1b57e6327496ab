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
