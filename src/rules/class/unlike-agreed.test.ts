import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unlike-agreed.ts';

it.each([
  ['47131801', '47131802', 1],
  ['47131700', '47131801', 1],
  ['47131800', '47131801', 0],
  ['47131801', '4713', 0],
])('%s for the agreed %s: %i findings', (unspsc, agreed, findings) => {
  expect(runLineExample(rule, { why: '', line: { unspsc }, agreed: { unspsc: agreed } })).toHaveLength(findings);
});
