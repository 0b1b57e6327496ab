import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-recognised.ts';

it('says nothing where the agreement does not say what counts', () => {
  const line = { ecoLabel: [{ key: 'pefc', text: 'PEFC' }] };
  expect(runLineExample(rule, { why: '', line })).toEqual([]);
  expect(runLineExample(rule, { why: '', line, agreement: { recognisedLabels: ['fsc'] } })).toHaveLength(1);
});

it('names every label of the product that does not count, and no certificate of the company', () => {
  const line = {
    ecoLabel: [
      { key: 'pefc', text: 'PEFC' },
      { key: 'iso14001', text: 'ISO 14001' },
      { key: 'fairtrade', text: 'Fairtrade' },
    ],
  };
  const [found] = runLineExample(rule, { why: '', line, agreement: { recognisedLabels: ['svanemerket'] } });
  expect(found?.actual).toBe('PEFC, Fairtrade');
});

it('one label that counts is enough', () => {
  const line = {
    ecoLabel: [
      { key: 'pefc', text: 'PEFC' },
      { key: 'fsc', text: 'FSC' },
    ],
  };
  expect(runLineExample(rule, { why: '', line, agreement: { recognisedLabels: ['svanemerket', 'fsc'] } })).toEqual([]);
});
