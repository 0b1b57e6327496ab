import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './missing.ts';

it("the manufacturer's number is not the supplier's", () => {
  expect(runLineExample(rule, { why: '', line: { manufacturerItemNumber: 'X-1' } })).toHaveLength(1);
});
