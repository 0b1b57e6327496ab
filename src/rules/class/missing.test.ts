import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './missing.ts';

const run = (line: object, agreement: object) => runLineExample(rule, { why: '', line, agreement });

it('a line without UNSPSC escapes neither the scope nor the label demands', () => {
  expect(run({ name: 'Kontorstol' }, { scope: ['44'] })).toEqual([{ field: 'unspsc' }]);
  expect(run({ name: 'Grønnsåpe' }, { labels: [{ unspsc: '47', anyOf: ['fsc'] }] })).toEqual([{ field: 'unspsc' }]);
});

it('what stands there is for other rules to judge', () => {
  expect(run({ unspsc: '4' }, { scope: ['44'] })).toEqual([]);
  expect(run({ unreadable: { unspsc: 'x' } }, { scope: ['44'] })).toEqual([]);
});

it('an agreement that asks nothing by product group needs no code', () => {
  expect(run({ name: 'Kontorstol' }, {})).toEqual([]);
});
