import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './old-price.ts';

it('leaves an old price that was lower to the rule on campaigns', () => {
  const almostAgreed = { reason: 'ended', article: { price: '80', validTo: '2026-04-30' } } as const;
  expect(runLineExample(rule, { why: '', line: { price: '80' }, agreed: { price: '90' }, almostAgreed })).toEqual([]);
});

it('is not fooled by the same amount for something else', () => {
  const run = (previous: object) =>
    runLineExample(rule, { why: '', line: { price: '97', unit: 'EA' }, agreed: { price: '90', unit: 'EA' }, previous });
  expect(run({ price: '97', unit: 'EA' })).toHaveLength(1);
  expect(run({ price: '97', unit: 'XPK' })).toEqual([]);
});

it('corrects to the agreed price, and names a day only where there is one', () => {
  const found = runLineExample(rule, {
    why: '',
    line: { price: '97', unit: 'EA' },
    agreed: { price: '90', unit: 'EA' },
    previous: { price: '97', unit: 'EA' },
  });
  expect(found.map(({ correction }) => correction)).toEqual([{ price: '90' }]);
  expect(found[0]?.parameters).toStrictEqual({ cause: 'previous' });
});
