import { expect, it } from 'vitest';
import rule from './archive.ts';

it('refuses the whole', () => {
  expect(rule.sets.recommended).toEqual({ severity: 'error', disposition: 'refuse' });
});
