import { describe, expect, it } from 'vitest';
import type { AgreedVerdict, Agreement } from '../../agreement/agreement.ts';
import type { AgreedTerm, NextPrice } from '../../agreement/terms/agreed-term.ts';
import { decimal } from '../../catalogue/decimal.ts';
import { clauseSteps, clauseVerdict, recentNotices } from './clause.ts';
import { withClause } from './clause-examples.ts';

const ABOVE = { kind: 'above', percent: decimal('5'), difference: decimal('5') } as const;

function verdict(term: Partial<AgreedTerm>, more: Partial<AgreedVerdict> = {}): AgreedVerdict {
  return {
    article: { row: 2, currency: 'NOK', price: decimal('100') },
    matchedBy: 'itemNumber',
    agreedPrice: decimal('100'),
    term: { winner: { kind: 'listed', by: 'priceList' }, steps: [], adjustable: true, ...term },
    price: ABOVE,
    ...more,
  };
}

const next = (price: string, more: Partial<NextPrice> = {}): NextPrice => ({
  price: decimal(price),
  noticed: false,
  steps: [],
  ...more,
});

describe('what a clause says of a price', () => {
  it('is nothing where the price is not above the agreed one, or no clause moves it', () => {
    const { term: _, ...withoutTerm } = verdict({});
    const { agreedPrice: __, ...withoutPrice } = verdict({ next: next('105') });
    expect(clauseVerdict(decimal('105'), verdict({ next: next('105') }, { price: { kind: 'kept' } }))).toBeUndefined();
    expect(clauseVerdict(decimal('105'), withoutTerm)).toBeUndefined();
    expect(clauseVerdict(decimal('105'), withoutPrice)).toBeUndefined();
    expect(clauseVerdict(decimal('105'), verdict({ adjustable: false }))).toBeUndefined();
    expect(clauseVerdict(decimal('105'), verdict({ adjustable: false, next: next('105') }))).toBeUndefined();
  });

  it('allows nothing where the index has not risen, or there is no price that could be adjusted', () => {
    const none = { agreedPrice: '100', within: false };
    expect(clauseVerdict(decimal('105'), verdict({}))).toEqual(none);
    expect(clauseVerdict(decimal('105'), verdict({ next: next('100') }))).toEqual(none);
    expect(clauseVerdict(decimal('105'), verdict({ next: next('95') }))).toEqual(none);
    const article = { row: 2, currency: 'NOK' };
    expect(clauseVerdict(decimal('105'), verdict({ next: next('105') }, { article }))).toEqual(none);
    const free = { ...article, price: decimal('0') };
    expect(clauseVerdict(decimal('105'), verdict({ next: next('105') }, { article: free }))).toEqual(none);
  });

  it('allows up to its price, and up to that in whole øre', () => {
    const within = (price: string, allowed: string) =>
      clauseVerdict(decimal(price), verdict({ next: next(allowed) }))?.within;
    expect(within('105', '105')).toBe(true);
    expect(within('105.01', '105')).toBe(false);
    expect(within('104.99', '105')).toBe(true);
    expect(within('105.01', '105.006')).toBe(true);
    expect(within('105.004', '105.004')).toBe(true);
    expect(within('105.02', '105.006')).toBe(false);
  });

  it('is brought to what the line offers as the agreed price was', () => {
    const ten = { agreedPrice: decimal('1000') };
    expect(clauseVerdict(decimal('1050'), verdict({ next: next('105', { from: '2026-07-01' }) }, ten))).toEqual({
      agreedPrice: '1000',
      next: { price: '1050', from: '2026-07-01', noticed: false, steps: [] },
      within: true,
    });
  });

  it('the next list allows its own price and no other', () => {
    const byList = { adjustable: false, next: next('105', { list: 'juli.csv' }) };
    expect(clauseVerdict(decimal('105'), verdict(byList))).toMatchObject({ within: true, next: { list: 'juli.csv' } });
    expect(clauseVerdict(decimal('104'), verdict(byList))).toBeUndefined();
    const cheaper = { adjustable: false, next: next('95', { list: 'juli.csv' }) };
    expect(clauseVerdict(decimal('105'), verdict(cheaper))).toBeUndefined();
    const free = { row: 2, currency: 'NOK', price: decimal('0') };
    expect(clauseVerdict(decimal('105'), verdict(byList, { article: free }))).toBeUndefined();
    expect(clauseVerdict(decimal('104'), verdict({ ...byList, adjustable: true }))).toMatchObject({ within: true });
  });
});

it('the steps end in what is allowed, and from when', () => {
  const steps = [{ step: 'index', value: '5' }];
  const agreedPrice = decimal('100');
  expect(clauseSteps({ agreedPrice, within: false })).toEqual([]);
  expect(clauseSteps({ agreedPrice, within: true, next: next('105', { steps }) })).toEqual([
    { step: 'index', value: '5' },
    { step: 'allowedPrice', value: '105' },
  ]);
  expect(clauseSteps({ agreedPrice, within: true, next: next('105', { from: '2026-07-01' }) })).toEqual([
    { step: 'allowedPrice', value: '105' },
    { step: 'allowedFrom', value: '2026-07-01' },
  ]);
});

it('the step says what is allowed in its currency, where that is not the agreement’s', () => {
  const euros = { agreedPrice: decimal('100'), within: true, next: next('105', { currency: 'EUR' }) };
  expect(clauseSteps(euros)).toEqual([{ step: 'allowedPrice', value: '105', currency: 'EUR' }]);
});

it('notices of more than a year ago are history', () => {
  const notices = ['2025-06-01', '2025-06-02', '2026-07-01'].map((from) => ({ received: '2025-01-01', from }));
  const agreement = withClause({ notices }) as Agreement;
  expect(recentNotices(agreement, '2026-06-01').map(({ notice }) => notice.from)).toEqual(['2025-06-02', '2026-07-01']);
  expect(recentNotices({} as Agreement, '2026-06-01')).toEqual([]);
});
