import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './length.ts';

const run = (name: string) => runLineExample(rule, { why: '', line: { name } });

it('allows 80 characters by default', () => {
  expect(run('æ'.repeat(80))).toEqual([]);
  expect(run('æ'.repeat(81))).toMatchObject([{ parameters: { length: '81', max: '80' } }]);
});

it('counts characters, not code units', () => {
  expect(run('🖊'.repeat(80))).toEqual([]);
});
