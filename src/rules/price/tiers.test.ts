import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './tiers.ts';

const run = (priceTiers: string) => runLineExample(rule, { why: '', line: { priceTiers } });

it('compares quantities as numbers, in whichever order they stand', () => {
  expect(run('100=90; 20=95')).toEqual([]);
  expect(run('100=96; 20=95')).toMatchObject([{ message: 'dearer' }]);
  expect(run('10=95; 10.0=95')).toMatchObject([{ message: 'twice' }]);
});

it.each(['10', '10=', '=5', '10=x', ';'])('%s is no tiers', (text) => {
  expect(run(text)).toMatchObject([{ message: 'unreadable' }]);
});
