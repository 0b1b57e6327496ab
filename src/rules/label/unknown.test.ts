import { expect, it } from 'vitest';
import { CONTRADICTION } from '../../code-lists/labels.ts';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unknown.ts';

const run = (...ecoLabel: { key?: string; text: string }[]) =>
  runLineExample(rule, { why: '', line: { ecoLabel } }).map(({ message }) => message);

it.each(['Ja', 'X', 'Økologisk', 'Resirkulert', 'Eget miljømerke'])('%s is a claim', (text) => {
  expect(run({ text })).toEqual(['claim']);
});

it.each(['iso14001', 'emas', 'iso9001'])('%s is about the company', (key) => {
  expect(run({ key, text: key })).toEqual(['company']);
});

it('a word for none is no unknown label', () => {
  expect(run({ text: 'Nei' })).toEqual([]);
});

it('tells every unknown word of a cell', () => {
  expect(run({ text: 'Svane-ish' }, { key: 'fsc', text: 'FSC' }, { text: 'Blomsterkransen' })).toEqual([
    'unknown',
    'unknown',
  ]);
});

it('a label that is known is no contradiction, whatever its text', () => {
  expect(run({ key: 'fsc', text: `FSC${CONTRADICTION}PEFC` })).toEqual([]);
});
