import { describe, expect, it } from 'vitest';
import { vatRatesInForce } from './vat.ts';

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
});
