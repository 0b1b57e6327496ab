import { expect, it } from 'vitest';
import { githubStep } from './github-step.ts';

const told = (text: string): number => text.match(/^::error/gm)?.length ?? 0;

it.each([
  [1, 10],
  [2, 5],
  [3, 3],
  [10, 1],
  [11, 1],
  [500, 1],
])('%i catalogues have %i annotations of a level each', (catalogues, share) => {
  expect(githubStep(catalogues).share).toBe(share);
});

it('ten catalogues with one each are told as they are', () => {
  const step = githubStep(10);
  const text = Array.from({ length: 10 }, () => step.fit('::error file=a,line=2::Galt%0A\n')).join('');
  expect([told(text), step.rest('nb')]).toEqual([10, '']);
});

it('of more catalogues the last annotation says how many are left, whose lines stay in the log', () => {
  const step = githubStep(12);
  const text = Array.from({ length: 12 }, (_, at) => step.fit(`== ${at} ==\n::error::Galt ${at}\n`)).join('');
  expect(told(text)).toBe(9);
  expect(text).toContain('== 11 ==\nGalt 11\n');
  expect(step.rest('nb')).toBe('::error::3 kataloger til har feil. Se oppsummeringen av steget.\n');
  expect(step.rest('en')).toBe('::error::3 more catalogues with errors. See the summary of the step.\n');
});
