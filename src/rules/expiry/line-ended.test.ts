import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './line-ended.ts';

it.each([
  ['2026-02-28', '2026-02-28', 0],
  ['2026-02-28', '2026-03-01', 1],
  ['2025-12-31', '2026-01-01', 1],
  ['2026-10-01', '2026-09-30', 0],
])('a line valid to %s on %s', (validTo, asOf, problems) => {
  expect(runLineExample(rule, { why: '', asOf, line: { validTo } })).toHaveLength(problems);
});
