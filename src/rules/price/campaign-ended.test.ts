import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './campaign-ended.ts';

it('says nothing of a price that is lower still', () => {
  const almostAgreed = { reason: 'ended', article: { price: '79', validTo: '2026-05-31' } } as const;
  const run = (price: string) =>
    runLineExample(rule, { why: '', line: { price }, agreed: { price: '100' }, almostAgreed });
  expect(run('79')).toHaveLength(1);
  expect(run('78')).toEqual([]);
});
