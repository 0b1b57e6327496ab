import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './tier-above-agreed.ts';
import { withSteps } from './tier-examples.ts';

const run = (priceTiers: string) =>
  runLineExample(rule, {
    why: '',
    line: { itemNumber: '1', price: '10', priceTiers },
    agreed: { itemNumber: '1', price: '10' },
    agreement: withSteps(),
  });

it('shows how the agreed price of that many comes about', () => {
  const [found] = run('100=9.8');
  expect(found?.derivation).toMatchObject([
    { step: 'item', value: '1' },
    { step: 'matchedBy' },
    { step: 'term', value: 'tiers' },
    { step: 'holdsFor' },
    { step: 'holdsForArticle', value: '1' },
    { step: 'orderQuantity', value: '100' },
    { step: 'tierFrom', value: '100' },
    { step: 'tierPrice', value: '9' },
    { step: 'agreedPrice', value: '9' },
  ]);
});

it('what is agreed from a smaller quantity on holds for a larger one', () => {
  expect(run('100=9')).toEqual([]);
  expect(run('500=9.5').map(({ parameters }) => parameters)).toEqual([
    { quantity: '500', tierPrice: '9.5', agreedPrice: '9' },
  ]);
});
