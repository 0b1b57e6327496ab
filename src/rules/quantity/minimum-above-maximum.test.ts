import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './minimum-above-maximum.ts';

it.each([
  ['2', '1', 1],
  ['1.001', '1', 1],
  ['1', '1.001', 0],
  ['9', '10', 0],
  ['1', '0.00', 0],
])('at least %s and at most %s: %i findings', (minOrderQuantity, maxOrderQuantity, findings) => {
  expect(runLineExample(rule, { why: '', line: { minOrderQuantity, maxOrderQuantity } })).toHaveLength(findings);
});
