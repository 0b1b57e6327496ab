import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './description-length.ts';

const run = (description: string) => runLineExample(rule, { why: '', line: { description } });

it('allows 2,000 characters, not code units', () => {
  expect(run('æ'.repeat(2000))).toEqual([]);
  expect(run('🖊'.repeat(2000))).toEqual([]);
  expect(run('æ'.repeat(2001))).toMatchObject([{ parameters: { length: '2001', max: '2000' } }]);
});

it('shows how it begins', () => {
  const [problem] = run('🖊'.repeat(2001));
  expect(problem?.actual).toBe(`${'🖊'.repeat(60)}…`);
});

it('a text of sixty characters is shown whole', () => {
  const shown = (length: number) =>
    runLineExample(rule, { why: '', line: { description: 'æ'.repeat(length) }, options: { max: 10 } })[0]?.actual;
  expect(shown(60)).toBe('æ'.repeat(60));
  expect(shown(61)).toBe(`${'æ'.repeat(60)}…`);
});
