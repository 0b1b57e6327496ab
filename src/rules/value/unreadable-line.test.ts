import { expect, it } from 'vitest';
import rule from './unreadable-line.ts';

it('lets nothing of the line through', () => {
  expect(rule.sets.recommended).toEqual({ severity: 'error', disposition: 'withhold' });
});
