import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './lead-time-missing.ts';

it('what stands there and cannot be read is not missing', () => {
  const agreement = { delivery: { leadTime: '5 dager' } };
  expect(runLineExample(rule, { why: '', line: { unreadable: { leadTime: '#REF!' } }, agreement })).toEqual([]);
});
