import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './missing.ts';

const found = (line: object) => runLineExample(rule, { why: '', line }).length;

it('goes by the unit alone: what a pack holds is not what is ordered', () => {
  expect(found({ packUnit: 'EA', packQuantity: '10' })).toBe(1);
  expect(found({ unit: 'XPK' })).toBe(0);
});

it('another field that cannot be read does not stand for it', () => {
  expect(found({ unreadable: { packUnit: 'dingser' } })).toBe(1);
});
