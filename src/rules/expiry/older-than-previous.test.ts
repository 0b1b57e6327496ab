import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './older-than-previous.ts';

it('a day is enough, across the end of a year too', () => {
  const run = (day: string, previous: string) => runCatalogueExample(rule, { why: '', issued: { day, previous } });
  expect(run('2025-12-31', '2026-01-01')).toHaveLength(1);
  expect(run('2026-01-01', '2025-12-31')).toEqual([]);
});
