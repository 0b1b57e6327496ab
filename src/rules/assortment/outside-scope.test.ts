import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './outside-scope.ts';

const run = (unspsc: string, scope?: readonly string[]) =>
  runLineExample(rule, { why: '', line: { unspsc }, ...(scope ? { agreement: { scope } } : {}) });

it('takes zeros at the end in pairs: 10 does not end a code', () => {
  expect(run('44101000', ['441010'])).toEqual([]);
  expect(run('44101100', ['441010'])).toMatchObject([{ message: 'outside' }]);
});

it('is not asked where the agreement has no scope', () => {
  expect(run('56101504')).toEqual([]);
});
