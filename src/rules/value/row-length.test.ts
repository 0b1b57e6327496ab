import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './row-length.ts';

it('tells a row that is too short as well', () => {
  const line = { problems: [{ kind: 'cells', found: 3, expected: 12 }] } as const;
  expect(runLineExample(rule, { why: '', line })).toMatchObject([{ actual: '3', expected: '12' }]);
});
