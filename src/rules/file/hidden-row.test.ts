import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './hidden-row.ts';

it('a hidden row is told whatever else there is to say about it', () => {
  const problems = [{ kind: 'numberCell', field: 'gtin' }, { kind: 'hiddenRow' }] as const;
  expect(runLineExample(rule, { why: '', line: { problems } })).toEqual([{}]);
});
