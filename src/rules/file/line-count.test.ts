import { expect, it } from 'vitest';
import rule from './line-count.ts';

it('is a warning: which lines are missing, if any, nobody can tell', () => {
  expect(rule.sets).toEqual({ recommended: { severity: 'warning' }, supplier: { severity: 'warning' } });
});
