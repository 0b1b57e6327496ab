import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './currency.ts';

const run = (line: object, agreed: object) => runLineExample(rule, { why: '', line, agreed });

it('corrects the amount together with the currency', () => {
  expect(run({ price: '10', currency: 'SEK' }, { price: '9.50' })).toMatchObject([
    { correction: { price: '9.5', currency: 'NOK' } },
  ]);
});

it('names no correction where the agreed price is for another unit', () => {
  const [problem] = run({ price: '10', currency: 'SEK', unit: 'XPK' }, { price: '9.50', unit: 'EA' });
  expect(problem).toMatchObject({ actual: 'SEK' });
  expect(problem).not.toHaveProperty('correction');
});
