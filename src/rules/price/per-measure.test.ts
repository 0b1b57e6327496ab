import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './per-measure.ts';

const run = (price: string, unit: string, agreed: string, name = 'Hanske') =>
  runLineExample(rule, { why: '', line: { price, unit, name }, agreed: { price: agreed, unit } });

it('thinks of pairs only where the unit or the name speaks of them', () => {
  expect(run('40', 'EA', '20')).toEqual([]);
  expect(run('40', 'EA', '20', 'Hanske, ett par')).toMatchObject([{ parameters: { of: 'PR', factor: '2' } }]);
  expect(run('20', 'PR', '40')).toHaveLength(1);
});

it('knows litres from millilitres with the same unit on both sides', () => {
  expect(run('0.05', 'LTR', '50')).toMatchObject([{ message: 'part', parameters: { of: 'MLT', factor: '1000' } }]);
});
