import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './wrong-action.ts';

it('two faults of one line are both told', () => {
  const problems = [
    { kind: 'action', fault: 'unreadable', actual: '?' },
    { kind: 'cells', found: 3, expected: 4 },
    { kind: 'action', fault: 'namedTwice', actual: '9' },
  ] as const;
  const found = runLineExample(rule, { why: '', line: { problems } });
  expect(found.map(({ message }) => message)).toEqual(['unreadable', 'namedTwice']);
});
