import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-started.ts';

it.each([
  ['2026-03-01', '2026-02-28', 1],
  ['2026-01-01', '2025-12-31', 1],
  ['2026-09-30', '2026-10-01', 0],
])('a line valid from %s on %s', (validFrom, asOf, problems) => {
  expect(runLineExample(rule, { why: '', asOf, line: { validFrom } })).toHaveLength(problems);
});
