import { describe, expect, it } from 'vitest';
import { foodVatRate, vatRatesInForce } from './vat.ts';

describe('VAT rates in force', () => {
  it.each([
    ['2026-01-01', ['25', '15', '12', '11.11']],
    ['2020-03-31', ['25', '15', '12', '11.11']],
    ['2020-04-01', ['25', '15', '11.11', '6']],
    ['2021-09-30', ['25', '15', '11.11', '6']],
    ['2021-10-01', ['25', '15', '12', '11.11']],
    ['2017-12-31', ['25', '15', '11.11', '10']],
    ['2011-12-31', ['25', '14', '11.11', '8']],
  ])('in Norway on %s', (day, rates) => {
    expect(vatRatesInForce('NO', day)).toEqual(rates);
  });

  it('are none where we know none', () => {
    expect(vatRatesInForce('XX', '2026-01-01')).toEqual([]);
  });

  it.each([
    ['SE', '2026-01-01', ['25', '12', '6']],
    ['DK', '2026-01-01', ['25']],
    ['FI', '2024-08-31', ['24', '14', '10']],
    ['FI', '2024-09-01', ['25.5', '14', '10']],
    ['FI', '2026-01-01', ['25.5', '13.5', '10']],
  ])('in %s on %s', (country, day, rates) => {
    expect(vatRatesInForce(country, day)).toEqual(rates);
  });
});

it('food has a rate of its own, where we know it', () => {
  expect(foodVatRate('NO', '2011-12-31')).toBe('14');
  expect(foodVatRate('NO', '2012-01-01')).toBe('15');
  expect(foodVatRate('SE', '2026-01-01')).toBeUndefined();
});
