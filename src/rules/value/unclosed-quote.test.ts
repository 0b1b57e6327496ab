import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unclosed-quote.ts';

it('is told once, however much else is wrong with the row', () => {
  const line = { problems: [{ kind: 'cells', found: 3, expected: 12 }, { kind: 'unclosedQuote' }] } as const;
  expect(runLineExample(rule, { why: '', line })).toEqual([{}]);
});
