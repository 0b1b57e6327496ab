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

it('fills the field with every label claimed, beside those it has', () => {
  const line = {
    name: 'Såpe Svanemerket',
    description: 'FSC-merket',
    ecoLabel: [{ key: 'debio', text: 'Debio' }],
  };
  const expected = [
    { key: 'debio', text: 'Debio' },
    { key: 'svanemerket', text: 'Svanemerket' },
    { key: 'fsc', text: 'FSC' },
  ];
  const found = runLineExample(rule, { why: '', line });
  expect(found.map(({ correction }) => correction)).toEqual([{ ecoLabel: expected }, { ecoLabel: expected }]);
});

it('fills nothing in where the field says none, or what nobody understands', () => {
  for (const field of [{ ecoLabel: [] }, { ecoLabel: [{ text: 'Grønt Blad' }] }, { unreadable: { ecoLabel: '#N/A' } }])
    expect(runLineExample(rule, { why: '', line: { name: 'Såpe Svanemerket', ...field } })).not.toContainEqual(
      expect.objectContaining({ correction: expect.anything() }),
    );
});

it('a label is told once, whatever others are told before it', () => {
  const line = { name: 'Såpe Svanemerket, FSC', description: 'Svanemerket' };
  expect(runLineExample(rule, { why: '', line }).map(({ field, expected }) => [field, expected])).toEqual([
    ['name', 'svanemerket'],
    ['name', 'fsc'],
  ]);
});

it('a label that the field has among others is not only in the text', () => {
  const ecoLabel = [
    { key: 'fsc', text: 'FSC' },
    { key: 'svanemerket', text: 'Svanen' },
  ];
  expect(runLineExample(rule, { why: '', line: { name: 'Såpe Svanemerket', ecoLabel } })).toEqual([]);
});

it.each([{ text: 'Grønt Blad' }, { key: 'grønt_blad', text: 'Grønt Blad' }])(
  'fills nothing in where one of several labels is not understood: %j',
  (other) => {
    const line = { name: 'Såpe Svanemerket', ecoLabel: [{ key: 'debio', text: 'Debio' }, other] };
    expect(runLineExample(rule, { why: '', line })).toEqual([
      { field: 'name', actual: 'Svanemerket', expected: 'svanemerket' },
    ]);
  },
);
