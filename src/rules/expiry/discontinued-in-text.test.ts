import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './discontinued-in-text.ts';

it('is told once, in the field that is read first', () => {
  const line = { name: 'Perm (utgår)', description: 'Utgår ur sortimentet', status: 'active' as const };
  expect(runLineExample(rule, { why: '', line })).toEqual([{ field: 'name', actual: 'utgår' }]);
});
