import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unknown.ts';

const run = (unspsc: string, codes: readonly string[]) =>
  runLineExample(rule, { why: '', line: { unspsc }, references: { classes: { codes } } }).map(({ parameters }) =>
    parameters === undefined ? 'nowhere' : parameters['level'],
  );

it('levels above the codes of a list of commodities exist', () => {
  expect(run('44121700', ['44121701'])).toEqual([]);
  expect(run('44000000', ['44121701'])).toEqual([]);
});

it.each([
  ['44121702', '44121700'],
  ['44129900', '44120000'],
  ['44990000', '44000000'],
  ['45000000', 'nowhere'],
])('%s is nearest to %s', (unspsc, level) => {
  expect(run(unspsc, ['44121701'])).toEqual([level]);
});

it.each(['4412170', '441217020', '4412170x'])('%s is no code at all, which another rule tells', (unspsc) => {
  expect(run(unspsc, ['44121701'])).toEqual([]);
});
