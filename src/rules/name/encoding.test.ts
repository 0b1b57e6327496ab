import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './encoding.ts';

it('looks at name and description, each on its own', () => {
  const line = { name: 'BlÃ¥', description: 'S&oslash;t' };
  expect(runLineExample(rule, { why: '', line }).map(({ field, message }) => [field, message])).toEqual([
    ['name', 'mojibake'],
    ['description', 'markup'],
  ]);
});

it('a line break is damage in a name only', () => {
  expect(runLineExample(rule, { why: '', line: { name: 'Penn\nblå', description: 'Penn\nblå' } })).toMatchObject([
    { field: 'name', message: 'invisible', parameters: { found: 'U+000A' } },
  ]);
});
