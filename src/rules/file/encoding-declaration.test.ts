import { expect, it } from 'vitest';
import rule from './encoding-declaration.ts';

it('is a warning: the file was read all the same', () => {
  expect(rule.sets).toEqual({ recommended: { severity: 'warning' }, supplier: { severity: 'warning' } });
});
