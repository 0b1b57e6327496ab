import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-agreed.ts';

it('an agreed article without a price is agreed all the same', () => {
  const line = { itemNumber: '1001', price: '10' };
  expect(runLineExample(rule, { why: '', line, agreed: { itemNumber: '1001' } })).toEqual([]);
});

it('being in the previous version does not make an item agreed', () => {
  const line = { itemNumber: '1001' };
  expect(runLineExample(rule, { why: '', line, previous: line })).toHaveLength(1);
});

it.each(['sameName', 'ended', 'notStarted', 'zerosLost'] as const)(
  'an entry (%s) that lacks what would be told of it is just not in the list',
  (reason) => {
    const almostAgreed = { reason, article: { itemNumber: '1001' } };
    expect(runLineExample(rule, { why: '', line: { itemNumber: '1001' }, almostAgreed })).toEqual([
      { field: 'itemNumber', actual: '1001', message: 'notListed' },
    ]);
  },
);

it.each([
  ['zerosLost', { validFrom: '2026-07-01', validTo: '2026-03-31', name: 'Kopipapir' }, 'notListed'],
  ['ended', { validFrom: '2026-01-01', validTo: '2026-03-31', name: 'Kopipapir' }, 'ended'],
  ['notStarted', { validFrom: '2026-07-01', validTo: '2026-12-31', name: 'Kopipapir' }, 'notStarted'],
  ['sameName', { validFrom: '2026-01-01', validTo: '2026-12-31', name: 'Kopipapir' }, 'sameName'],
] as const)('an entry (%s) with all there is to tell is told by its reason', (reason, article, message) => {
  const almostAgreed = { reason, article: { itemNumber: '01001', ...article } };
  expect(runLineExample(rule, { why: '', line: { itemNumber: '1001' }, almostAgreed })).toMatchObject([{ message }]);
});

it('is told by the GTIN where there is no number', () => {
  expect(runLineExample(rule, { why: '', line: { gtin: '7038840000105' } })).toEqual([
    { field: 'gtin', actual: '7038840000105', message: 'notListed' },
  ]);
});

it('without a number, an article of the same name cannot be told of it', () => {
  const almostAgreed = { reason: 'sameName', article: { itemNumber: '1001', name: 'Kopipapir' } } as const;
  expect(runLineExample(rule, { why: '', line: { name: 'Kopipapir' }, almostAgreed })).toEqual([
    { message: 'unknown' },
  ]);
});
