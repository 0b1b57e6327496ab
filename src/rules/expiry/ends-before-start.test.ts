import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './ends-before-start.ts';

it('needs both dates', () => {
  expect(runLineExample(rule, { why: '', line: { validTo: '2020-01-01' } })).toEqual([]);
  expect(runLineExample(rule, { why: '', line: { validFrom: '2026-02-01', validTo: '2026-01-31' } })).toHaveLength(1);
});
